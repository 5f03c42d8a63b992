package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Position;
import java.time.Duration;

/**
 * Where a drone can well be by what is known of it: around its base, and around its last place. Before its first satellite
 * fix an autopilot tells some place, which may be anywhere.
 */
record Vicinity(Position base, Position last) {
    /** As far as drones carry parcels. */
    static final double METERS_MAX = 20_000;

    /** Faster than any drone carries a parcel, m/s. */
    static final double SPEED_MAX = 50;

    static Vicinity of(DroneSnapshot drone) {
        return new Vicinity(drone.home(), drone.place());
    }

    /**
     * Whether it can be there.
     *
     * @param flown since when it is in the air without telling a place that was accepted
     */
    boolean includes(Position place, Duration flown) {
        double reach = METERS_MAX + SPEED_MAX * flown.toSeconds();
        return place.metersTo(base) <= reach || place.metersTo(last) <= reach;
    }
}
