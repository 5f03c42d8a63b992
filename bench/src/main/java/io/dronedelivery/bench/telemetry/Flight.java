package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.seed.CopiedIds;
import java.util.Optional;

/**
 * The flight of one delivery, at the begin of a leg.
 *
 * @param number tells flights apart, and says which position of a leg is the telling one
 */
record Flight(String deliveryId, String droneId, int number, Leg leg) {
    private static final String DRONE = "bench-";

    /** The flight of a template: its drone's id holds the delivery's. */
    static Flight template(String deliveryId, Leg leg) {
        return new Flight(deliveryId, DRONE + deliveryId, 0, leg);
    }

    /** The flight of the template's copy of that number. */
    Flight copy(int copy) {
        String copied = CopiedIds.copy(deliveryId, copy);
        return new Flight(copied, DRONE + copied, copy, leg);
    }

    /** The same flight on that leg. */
    Flight on(Leg another) {
        return new Flight(deliveryId, droneId, number, another);
    }

    /** This flight when the leg is over; empty once it has delivered. */
    Optional<Flight> next() {
        return leg.next().map(this::on);
    }
}
