package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Where drones are chosen and held. */
public interface ReservationStore {
    /**
     * Decides by {@link DeliveryMissions#reserve}, in one transaction. If a drone has to be chosen, the one that
     * is first at the pickup is held, of the free drones that can fly it in time. No two calls ever get the same drone.
     */
    Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now);
}
