package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.reservation.domain.Candidate;
import io.dronedelivery.drone.reservation.domain.FlightPlan;
import io.dronedelivery.drone.reservation.domain.NoDrone;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Chooses the best free drone of a fleet in memory. */
final class InMemoryChoice {
    private final InMemoryDrones drones;
    private final UnaryOperator<DroneState> complete;

    InMemoryChoice(InMemoryDrones drones, UnaryOperator<DroneState> complete) {
        this.drones = drones;
        this.complete = complete;
    }

    Outcome<Reservation> choose(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        Collection<Position> homes = drones.homes();
        List<DroneState> lifting = drones.all().stream()
                .filter(drone -> drone.registration().airframe().payloadGramsMax() >= request.weightGrams())
                .toList();
        return lifting.stream()
                .filter(drone -> complete.apply(drone).availabilityFor(deliveryId, now) == Availability.FREE)
                .filter(drone -> FlightPlan.of(drone.stand(), request, homes)
                        .feasible(drone.registration().airframe(), drone.battery()))
                .map(drone -> new Candidate(
                        drone.droneId(),
                        drone.registration().airframe().cruiseSpeed(),
                        FlightPlan.of(drone.stand(), request, homes)))
                .filter(candidate -> candidate.inTime(request, now))
                .min(Candidate.bestFirst(request, now))
                .<Outcome<Reservation>>map(best -> new Granted<>(best.reservation(deliveryId, attempt, request, now)))
                .orElseGet(() -> new NoDrone(
                                !lifting.isEmpty(), lifting.stream().anyMatch(drone -> reaches(drone, request, homes)))
                        .refusal(request));
    }

    private boolean reaches(DroneState drone, ReservationRequest request, Collection<Position> homes) {
        return FlightPlan.of(drones.base(drone.registration()), request, homes)
                .feasible(drone.registration().airframe(), 100);
    }
}
