package io.dronedelivery.testing.invariants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topic has every decided event, no other, in order. */
final class Publication {
    private Publication() {}

    /** At every moment: the published events have no gaps, and a repeat is equal to the first. */
    static Finding checkOrder(Snapshot snapshot) {
        List<String> violations = new ArrayList<>();
        Map<String, DeliveryEvent> seen = new LinkedHashMap<>();
        Map<String, Long> last = new LinkedHashMap<>();
        for (DeliveryEvent event : snapshot.published()) {
            DeliveryEvent before = seen.putIfAbsent(event.eventId(), event);
            if (before == null) {
                long expected = last.getOrDefault(event.header().deliveryId(), 0L) + 1;
                if (event.header().version() != expected) {
                    violations.add(event.eventId() + " was published where version " + expected + " was due");
                }
                last.put(event.header().deliveryId(), event.header().version());
            } else if (!before.equals(event)) {
                violations.add(event.eventId() + " was published twice, with different contents");
            }
        }
        return new Finding(Invariant.NEVER_OUT_OF_ORDER, snapshot.published().size(), violations);
    }

    /** When all is quiet: the topic has exactly the decided events, and the last one gives the stored status. */
    static Finding checkAll(Snapshot snapshot) {
        List<String> violations = new ArrayList<>(checkOrder(snapshot).violations());
        Map<String, DeliveryEvent> published = snapshot.published().stream()
                .collect(toMap(DeliveryEvent::eventId, event -> event, (first, _) -> first));
        for (DeliveryEvent decided : snapshot.decided()) {
            if (!decided.equals(published.remove(decided.eventId()))) {
                violations.add(decided.eventId() + " was decided, but not published as decided");
            }
        }
        published.keySet().forEach(eventId -> violations.add(eventId + " was published, but never decided"));
        Map<String, List<DeliveryEvent>> timelines = snapshot.decided().stream()
                .collect(groupingBy(event -> event.header().deliveryId()));
        for (StoredDelivery delivery : snapshot.deliveries()) {
            String difference = difference(delivery, timelines.getOrDefault(delivery.deliveryId(), List.of()));
            if (difference != null) {
                violations.add(difference);
            }
        }
        return new Finding(Invariant.PUBLISHED_ONCE_IN_ORDER, snapshot.decided().size(), violations);
    }

    private static @Nullable String difference(StoredDelivery delivery, List<DeliveryEvent> timeline) {
        DeliveryStatus folded =
                timeline.isEmpty() ? null : timeline.getLast().header().status();
        return folded == delivery.status() && timeline.size() == delivery.version()
                ? null
                : delivery.deliveryId() + " is stored as " + delivery.status() + " at version " + delivery.version()
                        + ", but its " + timeline.size() + " events fold to " + folded;
    }
}
