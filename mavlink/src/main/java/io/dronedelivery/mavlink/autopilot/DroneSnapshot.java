package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a drone to read what its autopilot sends.
 *
 * @param mission what it is to fly, if anything
 * @param battery what it last reported in percent; absent where it never did
 * @param flightStatus what it last reported, GROUNDED where it never did
 * @param sequence the number that it gave its last sample, 0 where there was none
 * @param home the base it flies to when it has nothing to fly
 * @param place where it was last accepted to be: its base where it never said so
 * @param time by the drone's clock, when its last sample was taken; absent where there was none
 * @param seenAt when that was taken in, by our clock; absent likewise
 */
public record DroneSnapshot(
        String droneId,
        @Nullable MissionReference mission,
        @Nullable Double battery,
        FlightStatus flightStatus,
        long sequence,
        Position home,
        Position place,
        @Nullable Instant time,
        @Nullable Instant seenAt) {

    /** A drone of which nothing was ever heard, at its base. */
    public static DroneSnapshot unheard(String droneId, Position home) {
        return new DroneSnapshot(droneId, null, null, FlightStatus.GROUNDED, 0, home, home, null, null);
    }
}
