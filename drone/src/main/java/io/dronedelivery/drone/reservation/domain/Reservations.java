package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.MissionStep;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Holds drones for deliveries, and lets them go. */
public final class Reservations {
    private final ReservationStore reservations;
    private final MissionStore missions;
    private final InstantSource clock;

    public Reservations(ReservationStore reservations, MissionStore missions, InstantSource clock) {
        this.reservations = reservations;
        this.missions = missions;
        this.clock = clock;
    }

    /** Holds the best drone for the attempt; the same attempt is always answered the same. */
    public Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request) {
        return reservations.reserve(deliveryId, attempt, request, clock.instant());
    }

    /** Lets the attempt's drone go and closes the attempt, even if it never asked. */
    public Uni<Void> release(String deliveryId, int attempt) {
        Instant now = clock.instant();
        return change(deliveryId, now, before -> before.release(attempt, now));
    }

    /** Orders the attempt's drone to give its mission up, and closes an attempt that never asked. */
    public Uni<Void> recall(String deliveryId, int attempt) {
        Instant now = clock.instant();
        return change(deliveryId, now, before -> before.recall(attempt, now));
    }

    /** The drone that is held for the delivery, if one is. */
    public Uni<Optional<Reservation>> find(String deliveryId) {
        return missions.find(deliveryId).map(DeliveryMissions::held);
    }

    private Uni<Void> change(String deliveryId, Instant now, UnaryOperator<DeliveryMissions> change) {
        return missions.change(deliveryId, now, before -> MissionStep.withoutEvents(change.apply(before)))
                .replaceWithVoid();
    }
}
