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
     * Decides by {@link DeliveryMissions#reserve} and {@link DroneChoice}, in one transaction. A drone that is held for one
     * delivery is never given to another, and nobody is refused while a free drone that can fly it is stored.
     */
    Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now);
}
