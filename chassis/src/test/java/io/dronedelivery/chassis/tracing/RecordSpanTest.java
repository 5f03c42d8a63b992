package io.dronedelivery.chassis.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordSpanTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String SAMPLED = "00-" + TRACE + "-" + SPAN + "-01";
    private static final String NOT_SAMPLED = "00-" + TRACE + "-" + SPAN + "-00";

    private final Recorded recorded = new Recorded();

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void aRecordIsProcessedInTheTraceOfWhoSentIt() {
        RecordSpan.processing(record("d-1", SAMPLED)).end(null);

        SpanData span = recorded.spans().getFirst();
        assertThat(span.getName()).isEqualTo("process delivery.events");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
        assertThat(span.getAttributes().asMap()).containsValues("kafka", "process", "delivery.events", "d-1");
    }

    @Test
    void aHeaderThatIsNoTraceContextBeginsATrace() {
        RecordSpan.processing(record("d-1", "rubbish")).end(null);

        assertThat(recorded.spans()).singleElement().satisfies(span -> assertThat(
                        span.getParentSpanContext().isValid())
                .isFalse());
    }

    @Test
    void aRecordThatIsNotSampledIsProcessedWithoutASpan() {
        RecordSpan.processing(record("d-1", NOT_SAMPLED)).end(null);

        assertThat(recorded.spans()).isEmpty();
    }

    @Test
    void whatFailsSaysSo() {
        RecordSpan.processing(record("d-1", SAMPLED)).end(new IllegalStateException("no"));

        assertThat(recorded.spans().getFirst().getStatus())
                .isEqualTo(
                        StatusData.create(StatusData.error().getStatusCode(), "java.lang.IllegalStateException: no"));
    }

    @Test
    void whatWasDecidedLongAgoIsSentInTheTraceOfWhatDecidedIt() {
        RecordSpan span = RecordSpan.sending("delivery.events", "d-1", SAMPLED);
        String sent = span.traceparent();
        span.end(null);

        SpanData sending = recorded.spans().getFirst();
        assertThat(sending.getParentSpanId()).isEqualTo(SPAN);
        assertThat(sent).isEqualTo("00-" + TRACE + "-" + sending.getSpanId() + "-01");
    }

    @Test
    void ofABatchOnlyTheSampledRecordsHaveASpan() {
        RecordSpan.processingEach(List.of(record("a", SAMPLED), record("b", NOT_SAMPLED), record("c", null)))
                .forEach(span -> span.end(null));

        assertThat(recorded.spans())
                .singleElement()
                .satisfies(span -> assertThat(span.getAttributes().asMap()).containsValue("a"));
    }

    @Test
    void whileNothingIsTracedNothingIsWritten() {
        recorded.close();

        assertThat(RecordSpan.sending("delivery.events", "d-1", SAMPLED).traceparent())
                .isNull();
        assertThat(RecordSpan.processingEach(List.of(record("a", SAMPLED)))).isEmpty();
        assertThat(TraceContext.current()).isNull();
    }

    private static Message<byte[]> record(String key, @Nullable String traceparent) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("delivery.events", 0, 0, key.getBytes(UTF_8), new byte[0]);
        if (traceparent != null) {
            record.headers().add(TraceContext.HEADER, traceparent.getBytes(UTF_8));
        }
        return Message.of(record.value(), Metadata.of(new IncomingKafkaRecordMetadata<>(record, "events")));
    }
}
