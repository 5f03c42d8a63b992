package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Which drone is held for which attempt. Each method is one transaction; no two calls ever get the same drone. */
public interface Bookings {

    /**
     * Holds, of the free drones that can fly it in time, the one that is first at the pickup; releases what a lower
     * attempt held. The answer is kept and repeated; an attempt that ended or was overtaken gets ATTEMPT_OVERTAKEN, and
     * one whose parcel flies already, under a lower attempt, gets ALREADY_PICKED_UP.
     */
    Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now);

    /**
     * Withdraws the attempt's mission: from now on its drone, still held, is to give it up, and it is told when it
     * certainly has. Where there is no such booking, there will be none.
     */
    Uni<Void> recall(String deliveryId, int attempt, Instant now);

    /** Releases what the attempt holds, and keeps it from ever holding anything again. */
    Uni<Void> release(String deliveryId, int attempt, Instant now);

    /** Every attempt at the delivery that was seen here. */
    Uni<List<Booking>> of(String deliveryId);

    /** Does what an event means, the first time that it comes. */
    Uni<Void> apply(String eventId, Effect effect, Instant now);
}
