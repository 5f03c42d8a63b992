package io.dronedelivery.contracts.drone;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a drone's state.
 *
 * @param droneId the drone
 * @param sequence orders its samples: strictly increasing over its life
 * @param time by the drone's own clock
 * @param latitude degrees, WGS 84; absent together with the longitude while it knows no place; see {@link #position}
 * @param longitude degrees, WGS 84
 * @param altitude above ground, m
 * @param groundSpeed m/s
 * @param heading degrees clockwise from north, 0 up to 360
 * @param battery percent, 0 to 100; absent while it does not know
 * @param flightStatus on the ground or in the air
 * @param payload what its payload sensor says
 * @param mission what it flies, if anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DroneTelemetry(
        String droneId,
        long sequence,
        Instant time,
        @Nullable Double latitude,
        @Nullable Double longitude,
        double altitude,
        double groundSpeed,
        double heading,
        @Nullable Double battery,
        FlightStatus flightStatus,
        Payload payload,
        @Nullable MissionReference mission)
        implements DroneStream {

    /**
     * Where it says it is; absent where it says none, or one off the globe. Exactly 0,0 is what drones have always sent
     * before their first satellite fix, so that is none either.
     */
    public @Nullable Position position() {
        if (latitude == null || longitude == null || (latitude == 0 && longitude == 0)) {
            return null;
        }
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? new Position(latitude, longitude) : null;
    }

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
