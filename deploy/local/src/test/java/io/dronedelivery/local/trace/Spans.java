package io.dronedelivery.local.trace;

import io.dronedelivery.local.trace.TracedSpan.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans of a request for the delivery d-1, and of a flight that is linked to it. */
final class Spans {
    static final String DELIVERY = "d-1";
    private static final long MILLI = 1_000_000;

    static final TracedSpan POST = span("request", "post", null, "ingestion", "SERVER", "POST /api", null, 0, 40);
    static final TracedSpan PROCESS =
            span("request", "process", "post", "scheduler", "CONSUMER", "process delivery.requests", DELIVERY, 10, 90);
    static final TracedSpan HOLD =
            span("request", "hold", "process", "scheduler", "CLIENT", "PUT /charges", null, 20, 30);
    static final TracedSpan COMPLETED = new TracedSpan(
            "flight",
            "decide",
            null,
            "delivery",
            "INTERNAL",
            "decide DeliveryCompleted",
            null,
            20_000 * MILLI,
            20_005 * MILLI,
            true,
            List.of(new Link("request", "hold")));

    private Spans() {}

    static TracedSpan span(
            String trace,
            String id,
            @Nullable String parent,
            String service,
            String kind,
            String name,
            @Nullable String delivery,
            long beginMillis,
            long endMillis) {
        return new TracedSpan(
                trace,
                id,
                parent,
                service,
                kind,
                name,
                delivery,
                beginMillis * MILLI,
                endMillis * MILLI,
                false,
                List.of());
    }
}
