package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import java.util.Optional;

/** A telemetry sample that tells a place, and what it shows. */
record Sample(DroneTelemetry telemetry, Position position) {
    static final double UNLOADING_METERS_PER_SECOND_MAX = 2; // who flies past faster unloads nothing

    /** The sample, if it tells a place. */
    static Optional<Sample> located(DroneTelemetry telemetry) {
        return Optional.ofNullable(telemetry.position()).map(position -> new Sample(telemetry, position));
    }

    boolean airborne() {
        return telemetry.flightStatus() == FlightStatus.AIRBORNE;
    }

    /** On the ground and not flown yet. */
    boolean grounded() {
        return telemetry.flightStatus() == FlightStatus.GROUNDED;
    }

    boolean loaded() {
        return telemetry.payload() == Payload.LOADED;
    }

    boolean empty() {
        return telemetry.payload() == Payload.EMPTY;
    }

    /** On the ground after a flight; GROUNDED is not: who has not flown has delivered nothing. */
    boolean landed() {
        return telemetry.flightStatus() == FlightStatus.LANDED;
    }

    boolean onGround() {
        return grounded() || landed();
    }

    boolean hovering() {
        return airborne() && telemetry.groundSpeed() < UNLOADING_METERS_PER_SECOND_MAX;
    }

    Witness bearingOut(String rule) {
        return new Witness(telemetry.sequence(), telemetry.time(), position, rule);
    }
}
