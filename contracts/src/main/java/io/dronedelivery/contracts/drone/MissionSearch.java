package io.dronedelivery.contracts.drone;

import io.dronedelivery.contracts.InternalPaths;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The drones of many deliveries at once: <code>POST /missions/search</code>. The fleet does not know whose deliveries they are. */
public final class MissionSearch {
    private MissionSearch() {}

    /** The body. */
    public record Query(
            @Size(min = 1, max = InternalPaths.SEARCHED_IDS_MAX)
            List<String> deliveryIds) {}

    /** The answer: a mission for each attempt that a drone was ordered to fly, by delivery and attempt. */
    public record Answer(List<OrderedMission> missions) {}

    /**
     * An attempt at a delivery that a drone was ordered to fly, whatever came of it.
     *
     * @param model the model of the drone's airframe, as it is registered now
     */
    public record OrderedMission(String deliveryId, int attempt, String droneId, String model) {}
}
