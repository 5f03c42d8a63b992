package io.dronedelivery.local.trace;

import static io.dronedelivery.local.trace.Spans.COMPLETED;
import static io.dronedelivery.local.trace.Spans.DELIVERY;
import static io.dronedelivery.local.trace.Spans.HOLD;
import static io.dronedelivery.local.trace.Spans.POST;
import static io.dronedelivery.local.trace.Spans.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceStoreTest {
    private static final int ROOM = 4;

    private final TraceStore store = new TraceStore(ROOM);

    @Test
    void aDeliverysTracesAreThoseThatNameItAndThoseTheyAreLinkedWith() {
        TracedSpan other = Spans.span("other", "x", null, "delivery", "CONSUMER", "process", "d-2", 0, 1);
        store.add(List.of(POST, PROCESS, other));
        store.add(List.of(COMPLETED));

        assertThat(store.about(DELIVERY)).containsExactlyInAnyOrder(POST, PROCESS, COMPLETED);
        assertThat(store.about("d-2")).containsExactly(other);
        assertThat(store.about("d-3")).isEmpty();
    }

    @Test
    void whenThereIsNoRoomTheOldestThatNamesNoDeliveryGoes() {
        store.add(List.of(POST, PROCESS));
        store.add(List.of(status("first")));
        store.add(List.of(status("second")));
        store.add(List.of(HOLD));

        assertThat(store.about(DELIVERY)).containsExactly(POST, PROCESS, HOLD);
    }

    @Test
    void whenAllNameADeliveryTheOldestGoes() {
        store.add(List.of(POST, PROCESS, HOLD));
        store.add(List.of(
                Spans.span("new", "x", null, "delivery", "CONSUMER", "process", "d-2", 0, 1),
                Spans.span("new", "y", "x", "delivery", "CONSUMER", "process", "d-2", 0, 1)));

        assertThat(store.about(DELIVERY)).isEmpty();
        assertThat(store.about("d-2")).hasSize(2);
    }

    private static TracedSpan status(String id) {
        return Spans.span(id, id, null, "delivery", "SERVER", "GET /api", null, 0, 1);
    }
}
