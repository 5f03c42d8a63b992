package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Where drones are chosen and held. */
public interface ReservationStore {
    /**
     * Decides by {@link DeliveryMissions#reserve}, in one transaction. If a drone is to be chosen, it holds, of the free
     * drones that can fly it in time, the one that is first at the pickup. No two calls ever get the same drone.
     */
    Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now);
}
