package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;

/** What is decided on a request for a drone. */
public sealed interface ReservationDecision {
    /** The missions as they are from now on. */
    DeliveryMissions missions();

    /** The answer is known, whatever drones are free. */
    record Answered(DeliveryMissions missions, Outcome<Reservation> answer) implements ReservationDecision {}

    /** The best free drone has to be chosen and held; earlier attempts have released theirs. */
    record ChooseDrone(DeliveryMissions missions) implements ReservationDecision {}
}
