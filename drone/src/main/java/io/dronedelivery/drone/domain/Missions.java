package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Makes reservations missions and ends them, as deliveries are scheduled, overtaken and ended. */
public final class Missions {
    private final Bookings bookings;
    private final InstantSource clock;

    public Missions(Bookings bookings, InstantSource clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Does what the event means for the fleet. An event that comes again changes nothing. */
    public Uni<Void> on(DeliveryEvent event) {
        return Effect.of(event)
                .map(effect -> bookings.apply(event.eventId(), effect, clock.instant()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
