package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where the missions of each delivery are kept. */
public interface MissionStore {
    /** The delivery's missions; none where nothing is known of it. */
    Uni<DeliveryMissions> find(String deliveryId);

    /**
     * Changes the delivery's missions, and publishes what is said of it, both or neither; one change of a delivery after
     * the other. The change may be computed more than once, so it must be pure. Returns what was published.
     */
    Uni<List<FlightStopped>> change(String deliveryId, Instant now, Function<DeliveryMissions, MissionStep> change);

    /** The same, without publishing anything, the first time that the event comes. */
    Uni<Void> changeOnce(String eventId, String deliveryId, Instant now, UnaryOperator<DeliveryMissions> change);
}
