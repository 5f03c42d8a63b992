package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;

/** A telemetry sample with a fix, and what it shows. */
record Sample(DroneTelemetry telemetry, Position position) {
    static final double UNLOADING_METERS_PER_SECOND_MAX = 2; // who flies past faster unloads nothing

    /** Whether there was a satellite fix: before the first one drones report 0,0. */
    static boolean fixed(DroneTelemetry telemetry) {
        double latitude = telemetry.latitude();
        double longitude = telemetry.longitude();
        return !(latitude == 0 && longitude == 0) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    static Sample of(DroneTelemetry telemetry) {
        return new Sample(telemetry, new Position(telemetry.latitude(), telemetry.longitude()));
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
