package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Keeps of missions that were withdrawn that their drones were heard to have the parcel. */
    Uni<Void> noteParcels(Set<MissionReference> missions);

    /**
     * Publishes LinkLost of those drones that are in the air on a mission and of which nothing was kept since that time:
     * once until they are heard again. Returns their ids.
     */
    Uni<List<String>> tellSilent(List<String> droneIds, Instant heardBefore);

    /**
     * Keeps that the drone's withdrawn mission has stopped, and publishes it where the mission was recalled, or its drone may
     * have the parcel: once, however often it is told. In the latter case whatever later attempt holds a drone is withdrawn,
     * too: it would fly in vain. Returns what was published.
     */
    Uni<Optional<FlightStopped>> tellStopped(FlightStopped stopped, Instant now);
}
