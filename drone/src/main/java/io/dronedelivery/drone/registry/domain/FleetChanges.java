package io.dronedelivery.drone.registry.domain;

import io.dronedelivery.contracts.Position;
import java.util.List;

/**
 * What changed in the fleet.
 *
 * @param mark where to go on the next time
 * @param drones the drones of which anything but the last report changed
 * @param bases where every base is; empty if no drone changed, since a base that changes changes every drone
 */
public record FleetChanges(long mark, List<DroneState> drones, List<Position> bases) {
    public FleetChanges {
        drones = List.copyOf(drones);
        bases = List.copyOf(bases);
    }
}
