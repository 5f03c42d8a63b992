package io.dronedelivery.contracts.drone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a drone's state.
 *
 * @param droneId the drone
 * @param sequence orders its samples: strictly increasing over its life
 * @param time by the drone's own clock
 * @param latitude degrees, WGS 84; 0 together with longitude 0 before the first satellite fix
 * @param longitude degrees, WGS 84
 * @param altitude above ground, m
 * @param groundSpeed m/s
 * @param heading degrees clockwise from north, 0 up to 360
 * @param battery percent, 0 to 100
 * @param flightStatus on the ground or in the air
 * @param payload what its payload sensor says
 * @param mission what it flies, if anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DroneTelemetry(
        String droneId,
        long sequence,
        Instant time,
        double latitude,
        double longitude,
        double altitude,
        double groundSpeed,
        double heading,
        double battery,
        FlightStatus flightStatus,
        Payload payload,
        @Nullable MissionReference mission)
        implements DroneStream {

    /** On the ground or in the air. */
    public enum FlightStatus {
        /** On the ground, not yet flown since its mission was given. */
        GROUNDED,
        AIRBORNE,
        /** On the ground after a flight. */
        LANDED,
        EMERGENCY
    }

    /** What the payload sensor says; UNKNOWN where there is none. */
    public enum Payload {
        LOADED,
        EMPTY,
        UNKNOWN
    }
}
