package io.dronedelivery.chassis.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Decides for a trace that begins with a link as was decided for the trace that it is first linked to, and for any other as
 * the configured sampler does. So a delivery is traced to its end, or not at all.
 */
record LinkedSampler(Sampler configured) implements Sampler {

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        boolean begins = !Span.fromContext(parent).getSpanContext().isValid();
        if (begins && !links.isEmpty()) {
            return links.getFirst().getSpanContext().isSampled()
                    ? SamplingResult.recordAndSample()
                    : SamplingResult.drop();
        }
        return configured.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "Linked{" + configured.getDescription() + "}";
    }
}
