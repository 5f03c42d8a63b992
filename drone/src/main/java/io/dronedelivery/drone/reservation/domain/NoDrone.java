package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.registry.domain.DroneState;
import java.util.Collection;

/**
 * Why no drone can fly a delivery.
 *
 * @param lifts whether any drone of the fleet lifts the weight
 * @param reaches whether any of those could fly it from its base with a full battery
 */
public record NoDrone(boolean lifts, boolean reaches) {

    /** Why none of those drones, which are the whole fleet, can fly it. */
    static NoDrone of(RequestedFlight flight, Collection<DroneState> fleet) {
        return new NoDrone(
                fleet.stream().anyMatch(flight::isLiftedBy), fleet.stream().anyMatch(flight::isReachedFromBaseBy));
    }

    /** The refusal, with the reason that lasts longest. */
    public Outcome<Reservation> refusal(ReservationRequest request) {
        if (!lifts) {
            return new Refused<>(
                    Refusal.TOO_HEAVY_FOR_DRONES, "no drone of the fleet lifts " + request.weightGrams() + " g");
        }
        if (!reaches) {
            return new Refused<>(
                    Refusal.OUT_OF_DRONE_RANGE,
                    "no drone of the fleet can fly from its base by this pickup and drop-off to a base and keep "
                            + Math.round(FlightPlan.RESERVE_PERCENT) + " % of its battery");
        }
        return new Refused<>(
                Refusal.NO_DRONE_IN_TIME, "no free and charged drone can be there before " + request.deadline());
    }
}
