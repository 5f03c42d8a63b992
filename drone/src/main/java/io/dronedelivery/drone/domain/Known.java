package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.MissionReference;
import org.jspecify.annotations.Nullable;

/**
 * What a door that speaks for a drone needs to know of it.
 *
 * @param mission what it is to fly, if anything
 * @param battery what it last reported in percent, 100 where it never did
 * @param flightStatus what it last reported, GROUNDED where it never did
 * @param sequence the number of its last sample, 0 where there was none
 */
public record Known(
        String droneId, @Nullable MissionReference mission, double battery, FlightStatus flightStatus, long sequence) {

    static Known of(DroneState drone) {
        Flight ordered = drone.ordered();
        return new Known(
                drone.droneId(),
                ordered == null ? null : ordered.mission(),
                drone.battery(),
                drone.sighting() == null
                        ? FlightStatus.GROUNDED
                        : drone.sighting().flightStatus(),
                drone.sighting() == null ? 0 : drone.sighting().sequence());
    }
}
