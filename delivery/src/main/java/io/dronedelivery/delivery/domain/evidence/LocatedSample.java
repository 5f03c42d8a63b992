package io.dronedelivery.delivery.domain.evidence;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import java.util.Optional;

/** A telemetry sample with a position, and what it shows. */
record LocatedSample(DroneTelemetry telemetry, Position position) {
    static final double HOVERING_METERS_PER_SECOND_MAX = 2; // a drone that passes by faster loads and unloads nothing

    /** The sample, if it has a position. */
    static Optional<LocatedSample> located(DroneTelemetry telemetry) {
        return Optional.ofNullable(telemetry.position()).map(position -> new LocatedSample(telemetry, position));
    }

    boolean airborne() {
        return telemetry.flightStatus() == FlightStatus.AIRBORNE;
    }

    /** On the ground before its flight. */
    boolean grounded() {
        return telemetry.flightStatus() == FlightStatus.GROUNDED;
    }

    boolean loaded() {
        return telemetry.payload() == Payload.LOADED;
    }

    boolean empty() {
        return telemetry.payload() == Payload.EMPTY;
    }

    /** On the ground after a flight. A drone that is GROUNDED has not flown, and so has delivered nothing. */
    boolean landed() {
        return telemetry.flightStatus() == FlightStatus.LANDED;
    }

    boolean onGround() {
        return grounded() || landed();
    }

    boolean hovering() {
        return airborne() && telemetry.groundSpeed() < HOVERING_METERS_PER_SECOND_MAX;
    }

    Observation showing(String rule) {
        return new Observation(telemetry.sequence(), telemetry.time(), position, rule);
    }
}
