package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.DroneChange;
import io.dronedelivery.drone.mission.domain.DroneMissions;
import io.dronedelivery.drone.mission.domain.MissionStep;
import io.dronedelivery.drone.mission.domain.ReservationDecision.Answered;
import io.dronedelivery.drone.mission.domain.ReservationDecision.ChooseDrone;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.reservation.domain.DroneChoice;
import io.dronedelivery.drone.reservation.domain.DroneChoice.Chosen;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The missions of a fleet in memory. It only keeps them: what becomes of them, the production rule decides. */
final class InMemoryMissions {
    private final InMemoryDrones drones;
    private final InMemoryFreeDrones free;
    private final Map<String, DeliveryMissions> deliveries = new HashMap<>();
    private final Map<String, Set<String>> deliveriesOfDrone = new HashMap<>();
    private final Map<String, Instant> endedAt = new HashMap<>();

    InMemoryMissions(InMemoryDrones drones) {
        this.drones = drones;
        this.free = new InMemoryFreeDrones(drones, this::complete);
    }

    DeliveryMissions find(String deliveryId) {
        return deliveries.getOrDefault(deliveryId, DeliveryMissions.none(deliveryId));
    }

    /** The drone with its missions. */
    DroneState complete(DroneState drone) {
        String droneId = drone.droneId();
        List<DeliveryMissions> concerning =
                ofDrone(droneId).stream().map(this::find).toList();
        return drone.with(DroneMissions.of(droneId, concerning, endedAt.get(droneId)));
    }

    private Set<String> ofDrone(String droneId) {
        return deliveriesOfDrone.getOrDefault(droneId, Set.of());
    }

    List<FlightStopped> change(String deliveryId, Instant now, Function<DeliveryMissions, MissionStep> change) {
        MissionStep step = change.apply(find(deliveryId));
        write(step.missions(), now);
        return step.published();
    }

    void lose(String droneId, Instant at) {
        Set.copyOf(ofDrone(droneId))
                .forEach(deliveryId -> write(find(deliveryId).lose(droneId, at), at));
    }

    Uni<Outcome<Reservation>> reserve(
            String deliveryId, int attempt, ReservationRequest request, Instant now, KnownFleet known) {
        DeliveryMissions before = find(deliveryId);
        return switch (before.reserve(attempt, drones::lastReport, request, now)) {
            case Answered(DeliveryMissions after, Outcome<Reservation> answer) -> {
                write(after, now);
                yield Uni.createFrom().item(answer);
            }
            case ChooseDrone(DeliveryMissions after) -> {
                write(after, now);
                yield new DroneChoice(known, free, deliveryId, attempt, request, now)
                        .choose(changed(before, after))
                        .invoke(chosen -> write(after.answered(attempt, request, chosen.answer()), now))
                        .invoke(chosen -> chosen.learnt().forEach(known::learn))
                        .map(Chosen::answer);
            }
        };
    }

    private List<DroneState> changed(DeliveryMissions before, DeliveryMissions after) {
        return DroneChange.between(before, after).stream()
                .flatMap(change -> drones.find(change.droneId()).stream())
                .map(this::complete)
                .toList();
    }

    private void write(DeliveryMissions after, Instant now) {
        String deliveryId = after.deliveryId();
        DeliveryMissions before = find(deliveryId);
        deliveries.put(deliveryId, after);
        after.withDrone().forEach(mission -> deliveriesOfDrone
                .computeIfAbsent(mission.droneId(), _ -> new TreeSet<>())
                .add(deliveryId));
        DroneChange.between(before, after).forEach(change -> {
            if (change.flightEnded()) {
                endedAt.put(change.droneId(), now);
            }
            drones.touch(change.droneId());
        });
    }
}
