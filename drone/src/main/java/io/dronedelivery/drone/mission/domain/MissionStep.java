package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import java.util.List;

/**
 * What a change makes of a delivery's missions.
 *
 * @param missions as they are from now on
 * @param published what is published of it
 */
public record MissionStep(DeliveryMissions missions, List<FlightStopped> published) {

    /** A change of which nothing is published. */
    public static MissionStep withoutEvents(DeliveryMissions missions) {
        return new MissionStep(missions, List.of());
    }
}
