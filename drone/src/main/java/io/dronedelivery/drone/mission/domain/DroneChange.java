package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.drone.mission.domain.Mission.WithDrone;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a delivery's missions means for one of its drones.
 *
 * @param attempt the attempt it is held for from now on; absent if it is not held for this delivery
 * @param flightEnded whether it was released from a mission that it had been ordered to fly
 */
public record DroneChange(String droneId, @Nullable Integer attempt, boolean flightEnded) {

    /** The drones for which anything changed. */
    public static List<DroneChange> between(DeliveryMissions before, DeliveryMissions after) {
        return after.withDrone()
                .map(WithDrone::droneId)
                .distinct()
                .filter(droneId -> !part(droneId, before).equals(part(droneId, after)))
                .map(droneId -> between(droneId, before, after))
                .toList();
    }

    private static DroneChange between(String droneId, DeliveryMissions before, DeliveryMissions after) {
        Optional<Integer> attempt = held(droneId, after).map(WithDrone::attempt);
        boolean flightEnded = attempt.isEmpty()
                && held(droneId, before).filter(WithDrone::ordered).isPresent();
        return new DroneChange(droneId, attempt.orElse(null), flightEnded);
    }

    private static DroneMissions part(String droneId, DeliveryMissions delivery) {
        return DroneMissions.of(droneId, List.of(delivery), null);
    }

    private static Optional<WithDrone> held(String droneId, DeliveryMissions delivery) {
        return delivery.withDrone()
                .filter(mission -> mission.held() && mission.droneId().equals(droneId))
                .findAny();
    }
}
