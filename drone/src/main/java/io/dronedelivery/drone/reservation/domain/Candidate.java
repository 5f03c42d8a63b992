package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import java.time.Instant;
import java.util.Comparator;

/** A drone that might fly a delivery, and how. */
public record Candidate(String droneId, double cruiseSpeed, FlightPlan plan) {

    /** The reservation of this drone for that attempt. */
    public Reservation reservation(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        Instant pickupAt = plan.pickupAt(now, request.readyAt(), cruiseSpeed);
        return new Reservation(
                deliveryId, attempt, droneId, cruiseSpeed, pickupAt, plan.dropoffAt(pickupAt, cruiseSpeed));
    }

    public boolean inTime(ReservationRequest request, Instant now) {
        return !reservation("", 0, request, now).dropoffAt().isAfter(request.deadline());
    }

    /** The best first: the earliest at the pickup, then the nearest. */
    public static Comparator<Candidate> bestFirst(ReservationRequest request, Instant now) {
        return Comparator.<Candidate, Instant>comparing(
                        drone -> drone.plan.pickupAt(now, request.readyAt(), drone.cruiseSpeed))
                .thenComparing(drone -> drone.plan.approachMeters())
                .thenComparing(Candidate::droneId);
    }
}
