package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.smallrye.mutiny.Uni;

/** The fleet, where the best drone is reserved. */
@FunctionalInterface
public interface Drones {
    Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request);
}
