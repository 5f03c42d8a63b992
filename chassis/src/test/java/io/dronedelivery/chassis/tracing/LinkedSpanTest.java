package io.dronedelivery.chassis.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkedSpanTest {
    private static final String SCHEDULE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAMPLED = "00-" + SCHEDULE + "-b7ad6b7169203331-01";
    private static final String NOT_SAMPLED = "00-" + SCHEDULE + "-b7ad6b7169203331-00";

    private final Recorded recorded = new Recorded();

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void itBeginsATraceAndIsLinkedToTheOneItGoesOnFrom() {
        LinkedSpan span = LinkedSpan.begin("decide", "delivery.id", "d-1", SAMPLED);
        String caused = span.traceparent();
        span.end(null);

        SpanData decision = recorded.spans().getFirst();
        assertThat(decision.getTraceId()).isNotEqualTo(SCHEDULE);
        assertThat(decision.getParentSpanContext().isValid()).isFalse();
        assertThat(decision.getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isEqualTo(SCHEDULE));
        assertThat(caused).isEqualTo("00-" + decision.getTraceId() + "-" + decision.getSpanId() + "-01");
    }

    @Test
    void whatGoesOnFromATraceThatIsNotSampledIsNotSampledEither() {
        LinkedSpan span = LinkedSpan.begin("decide", "delivery.id", "d-1", NOT_SAMPLED);
        span.end(null);

        assertThat(recorded.spans()).isEmpty();
        assertThat(span.traceparent()).endsWith("-00");
    }

    @Test
    void whatGoesOnFromNoTraceHasNone() {
        LinkedSpan span = LinkedSpan.begin("decide", "delivery.id", "d-1", null);
        span.end(null);

        assertThat(recorded.spans()).isEmpty();
        assertThat(span.traceparent()).isNull();
    }
}
