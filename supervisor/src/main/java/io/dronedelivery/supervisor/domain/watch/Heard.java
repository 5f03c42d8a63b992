package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Instant;

/**
 * An event of a delivery, in brief.
 *
 * @param what its type and id
 */
public record Heard(String what, long version, int attempt, DeliveryStatus status, Instant at) {

    static Heard of(DeliveryEvent event) {
        DeliveryEvent.Header header = event.header();
        return new Heard(name(event), header.version(), header.attempt(), header.status(), header.at());
    }

    static String name(DeliveryEvent event) {
        return event.getClass().getSimpleName() + " " + event.eventId();
    }
}
