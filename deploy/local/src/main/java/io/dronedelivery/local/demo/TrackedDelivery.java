package io.dronedelivery.local.demo;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that the demonstration watches.
 *
 * @param view the latest view; null before the first one
 * @param timeline its events; empty until it has ended
 */
record TrackedDelivery(String deliveryId, @Nullable DeliveryView view, List<DeliveryEvent> timeline) {

    static TrackedDelivery accepted(String deliveryId) {
        return new TrackedDelivery(deliveryId, null, List.of());
    }

    DeliveryStatus status() {
        return view == null ? DeliveryStatus.PENDING : view.status();
    }

    boolean ended() {
        return status().terminal();
    }

    boolean completed() {
        return status() == DeliveryStatus.COMPLETED;
    }

    TrackedDelivery seen(DeliveryView latest) {
        return new TrackedDelivery(deliveryId, latest, timeline);
    }

    TrackedDelivery with(List<DeliveryEvent> events) {
        return new TrackedDelivery(deliveryId, view, events);
    }

    /** When the delivery was in that status for the first time. */
    Optional<Instant> reached(DeliveryStatus status) {
        return timeline.stream()
                .map(DeliveryEvent::header)
                .filter(header -> header.status() == status)
                .map(DeliveryEvent.Header::at)
                .findFirst();
    }
}
