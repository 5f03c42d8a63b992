package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.report.domain.LastReport;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Where the drones' last reports are stored, and what others have changed of the drones meanwhile. */
public interface TelemetryStore {

    /** The drones of which anything but the last report changed since the mark, maybe a few more; 0 asks for all. */
    Uni<FleetChanges> since(long mark);

    /** Stores each report that is newer than the stored one. At most one per drone. */
    Uni<Void> store(List<LastReport> latest);

    /**
     * Publishes LinkLost of those drones that are in the air on a mission and have no report stored since that time: once
     * until they are heard again. Returns their ids.
     */
    Uni<List<String>> publishLostLinks(List<String> droneIds, Instant heardBefore);
}
