package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Where the missions of each delivery are stored. */
public interface MissionStore {
    /** The delivery's missions; none if nothing is known of it. */
    Uni<DeliveryMissions> find(String deliveryId);

    /**
     * Changes the delivery's missions and publishes the messages of the step, both or neither. Changes of one delivery wait
     * for each other. The change may be computed more than once, so it must be pure. Returns what was published.
     */
    Uni<List<FlightStopped>> change(String deliveryId, Instant now, Function<DeliveryMissions, MissionStep> change);
}
