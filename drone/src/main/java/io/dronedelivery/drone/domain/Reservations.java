package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/** Holds drones for deliveries, and lets them go. */
public final class Reservations {
    private final Bookings bookings;
    private final InstantSource clock;

    public Reservations(Bookings bookings, InstantSource clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Holds the best drone for the attempt; the same attempt is always answered the same. */
    public Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request) {
        return bookings.reserve(deliveryId, attempt, request, clock.instant());
    }

    /** Lets the attempt's drone go and fences the attempt; done also where there was none. */
    public Uni<Void> release(String deliveryId, int attempt) {
        return bookings.release(deliveryId, attempt, clock.instant());
    }

    /** Has the attempt's drone give its mission up; done also where there is none. */
    public Uni<Void> recall(String deliveryId, int attempt) {
        return bookings.recall(deliveryId, attempt, clock.instant());
    }

    /** The drone that is held for the delivery, if one is. */
    public Uni<Optional<Reservation>> find(String deliveryId) {
        return bookings.of(deliveryId).map(Booking::active);
    }
}
