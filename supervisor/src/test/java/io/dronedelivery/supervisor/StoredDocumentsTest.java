package io.dronedelivery.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.watch.domain.WatchedDelivery;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What was stored before classes and components got other names is read today, and stored in the same shape. */
class StoredDocumentsTest {
    private static final String COMPENSATION = """
            {"deliveryId": "d", "attempt": 1,
             "closure": {"requestId": "d/7", "code": "FLIGHT_FAILED", "detail": "lost", "remedy": "GIVE_UP"},
             "steps": ["HOLD_MONEY"], "price": {"minor": 500, "currency": "CHF"}, "receivedAt": "2026-05-01T08:00:00Z",
             "progress": {"recalledAt": "2026-05-01T08:10:00Z", "closed": {"undo": true},
               "undone": [{"step": "HOLD_MONEY", "at": "2026-05-01T08:11:00Z"}], "calls": 3, "failures": 1},
             "journal": [{"at": "2026-05-01T08:10:30Z", "operator": "ada",
               "act": {"type": "Decide", "remedy": "GIVE_UP", "note": "in the lake"}}],
             "state": {"type": "Finished", "at": "2026-05-01T08:12:00Z"}}""";

    private static final String WATCHED_DELIVERY = """
            {"deliveryId": "d",
             "story": {"owner": "account", "ordered": true, "begunBy": "request-d", "created": "DeliveryCreated d/2",
               "last": {"what": "DeliveryPickedUp d/3", "version": 3, "attempt": 1, "status": "PICKED_UP",
                 "at": "2026-05-01T08:00:00Z"}},
             "promises": [{"requestId": "request-d", "heardAt": "2026-05-01T08:00:00Z",
               "standing": {"type": "Answered", "by": "DeliveryCreated d/2", "at": "2026-05-01T08:00:00Z"}}],
             "flight": {"attempt": 1, "version": 2, "dropoffAt": "2026-05-01T08:20:00Z",
               "stage": {"type": "Expected", "at": "2026-05-01T08:20:00Z"}},
             "custodies": [{"attempt": 1, "pickedUp": true}],
             "alerts": [{"id": "OVERDUE_FLIGHT-d-1", "kind": "OVERDUE_FLIGHT", "deliveryId": "d", "subject": "1",
               "raisedAt": "2026-05-01T09:00:00Z", "what": "late",
               "known": {"delivery": {"type": "Silent", "failure": "no answer"}},
               "acts": [{"what": "REDRIVE", "operator": "ada", "at": "2026-05-01T09:01:00Z", "note": "in the lake"}],
               "state": {"type": "Open"}}]}""";

    private static final String DEAD_LETTER = """
            {"place": {"topic": "delivery.events.dead", "partition": 0, "offset": 7},
             "origin": {"topic": "delivery.events", "partition": 3, "offset": 17}, "key": "d",
             "headers": [{"name": "ce_id", "text": "d/2"}],
             "failure": {"group": "supervisor", "digest": "0123456789ab"}, "receivedAt": "2026-05-01T08:00:00Z",
             "fate": {"type": "Replayed", "at": "2026-05-01T09:00:00Z"},
             "journal": [{"what": "REPLAYED", "by": "ann", "at": "2026-05-01T09:00:00Z", "note": "mended"}]}""";

    @Test
    void everyDocumentKeepsItsShape() {
        assertKept(COMPENSATION, Compensation.class);
        assertKept(WATCHED_DELIVERY, WatchedDelivery.class);
        assertKept(DEAD_LETTER, DeadLetter.class);
    }

    private static void assertKept(String stored, Class<?> type) {
        Object read = Json.read(bytes(stored), type);

        assertThat(Json.read(Json.bytes(read), JsonNode.class)).isEqualTo(Json.read(bytes(stored), JsonNode.class));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
