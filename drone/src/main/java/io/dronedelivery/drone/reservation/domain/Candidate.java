package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.drone.registry.domain.DroneState;
import java.time.Instant;
import java.util.Comparator;

/**
 * A drone that can fly a delivery.
 *
 * @param approachMeters from where it stands to the pickup
 * @param pickupAt when it has the parcel, if it leaves now
 * @param dropoffAt when the parcel is at the drop-off
 */
public record Candidate(DroneState drone, double approachMeters, Instant pickupAt, Instant dropoffAt) {

    /** The earliest at the pickup, then the nearest; of those that stand at one place, the fastest. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::pickupAt)
            .thenComparing(Candidate::approachMeters)
            .thenComparing(Candidate::cruiseSpeed, Comparator.reverseOrder())
            .thenComparing(Candidate::droneId);

    public String droneId() {
        return drone.droneId();
    }

    private double cruiseSpeed() {
        return drone.registration().airframe().cruiseSpeed();
    }

    /** The reservation of this drone for that attempt. */
    Reservation reservation(String deliveryId, int attempt) {
        return new Reservation(deliveryId, attempt, droneId(), cruiseSpeed(), pickupAt, dropoffAt);
    }
}
