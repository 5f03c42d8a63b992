package io.dronedelivery.drone.domain;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What is kept of the drones' reports, and what others change of the drones meanwhile. */
public interface Sightings {

    /** The drones of which anything but the sighting changed since the mark, maybe a few more; 0 asks for all. */
    Uni<Changes> since(long mark);

    /**
     * The drones that changed.
     *
     * @param mark where to go on the next time
     */
    record Changes(long mark, List<DroneState> drones) {}

    /** Keeps each sighting that is newer than the one kept. At most one per drone. */
    Uni<Void> store(List<Sighting> latest);

    /**
     * Publishes LinkLost of those drones that are in the air on a mission and of which nothing was kept since that time:
     * once until they are heard again. Returns their ids.
     */
    Uni<List<String>> tellSilent(List<String> droneIds, Instant heardBefore);
}
