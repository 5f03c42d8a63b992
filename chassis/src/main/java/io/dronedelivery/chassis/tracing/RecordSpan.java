package io.dronedelivery.chassis.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * The span of one record: from when it is sent until the broker has it, or from when it is begun until it is carried out.
 * Names and attributes are those of the OpenTelemetry semantic conventions for messaging and for Kafka.
 */
public final class RecordSpan {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("messaging.kafka.message.key");
    private static final int KEY_CHARACTERS_MAX = 100; // of a malformed record it may be anything
    private static final RecordSpan NONE = new RecordSpan(Span.getInvalid(), Context.root());

    private final Span span;
    private final Context context;

    private RecordSpan(Span span, Context parent) {
        this.span = span;
        this.context = parent.with(span);
    }

    /**
     * The span of a record that is sent now.
     *
     * @param cause the context of what decided to send it, maybe long ago; null where that was not traced
     */
    public static RecordSpan sending(String topic, String key, @Nullable String cause) {
        Tracer tracer = Tracing.tracer();
        return tracer == null || cause == null
                ? NONE
                : begun(tracer, SpanKind.PRODUCER, "send", topic, key, TraceContext.read(cause));
    }

    /** The span of a record that is begun now; the child of the span in its header. */
    public static RecordSpan processing(Message<?> message) {
        Tracer tracer = Tracing.tracer();
        return tracer == null
                ? NONE
                : record(message)
                        .map(record -> processing(tracer, record, TraceContext.read(traceparent(record))))
                        .orElse(NONE);
    }

    /** The spans of a batch that is begun now: one for each record whose own trace is sampled. */
    public static List<RecordSpan> processingEach(List<? extends Message<?>> batch) {
        Tracer tracer = Tracing.tracer();
        return tracer == null
                ? List.of()
                : batch.stream()
                        .flatMap(message -> record(message).stream())
                        .filter(record ->
                                TraceContext.spanIn(traceparent(record)).isSampled())
                        .map(record -> processing(tracer, record, TraceContext.read(traceparent(record))))
                        .toList();
    }

    private static RecordSpan processing(Tracer tracer, IncomingKafkaRecordMetadata<?, ?> record, Context cause) {
        String key = record.getKey() instanceof byte[] bytes ? new String(bytes, UTF_8) : "";
        return begun(tracer, SpanKind.CONSUMER, "process", record.getTopic(), key, cause);
    }

    private static RecordSpan begun(
            Tracer tracer, SpanKind kind, String operation, String topic, String key, Context cause) {
        SpanBuilder span = tracer.spanBuilder(operation + " " + topic)
                .setParent(cause)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(TOPIC, topic)
                .setAttribute(KEY, key.substring(0, Math.min(key.length(), KEY_CHARACTERS_MAX)));
        return new RecordSpan(span.startSpan(), cause);
    }

    /** What goes on in the current Vert.x context, goes on within this span. The context has to be the record's own. */
    public void enter() {
        if (this != NONE) {
            TraceContext.attach(Vertx.currentContext(), context);
        }
    }

    /** The context of what the record causes; null where it is not traced. */
    public @Nullable String traceparent() {
        return this == NONE ? null : TraceContext.text(context);
    }

    /** The record is sent or carried out, or that failed. */
    public void end(@Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.toString());
        }
        span.end();
    }

    private static Optional<IncomingKafkaRecordMetadata<?, ?>> record(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class).map(record -> record);
    }

    private static @Nullable String traceparent(IncomingKafkaRecordMetadata<?, ?> record) {
        Header header = record.getHeaders().lastHeader(TraceContext.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
