package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.mavlink.log.Sortie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sortie and the delivery that is ordered for it.
 *
 * @param number the number of the sortie, from 1
 * @param events the events of the delivery so far
 */
record SortieDelivery(int number, Sortie sortie, String deliveryId, List<DeliveryEvent> events) {

    SortieDelivery with(List<DeliveryEvent> newer) {
        return new SortieDelivery(number, sortie, deliveryId, newer);
    }

    DeliveryStatus status() {
        return events.isEmpty()
                ? DeliveryStatus.PENDING
                : events.getLast().header().status();
    }

    boolean completed() {
        return status() == DeliveryStatus.COMPLETED;
    }

    /** The time of the telemetry by which the delivery got that status. */
    Optional<Instant> reached(DeliveryStatus status) {
        return events.stream()
                .map(DeliveryEvent::header)
                .filter(header -> header.status() == status)
                .findFirst()
                .map(DeliveryEvent.Header::cause)
                .map(Cause::time);
    }
}
