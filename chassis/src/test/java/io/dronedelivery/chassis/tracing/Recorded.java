package io.dronedelivery.chassis.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;

/** Traces until it is closed, and keeps the spans. */
final class Recorded implements AutoCloseable {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    Recorded() {
        Sampler sampler = new LinkedSampler(Sampler.parentBased(Sampler.alwaysOn()));
        SdkTracerProvider tracers = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        Tracing.use(OpenTelemetrySdk.builder().setTracerProvider(tracers).build());
    }

    /** Those that have ended, and are sampled. */
    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    @Override
    public void close() {
        Tracing.use(null);
    }
}
