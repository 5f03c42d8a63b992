package io.dronedelivery.bench.telemetry;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.time.Instant;

/**
 * The positions that drones report, one each second of their own time. In each leg one of them shows the next status.
 *
 * @param start when every flight began, by its drone's clock
 * @param positionsPerLeg how many positions a leg has
 */
record FlightPath(Instant start, int positionsPerLeg) {
    static final Position BASE = new Position(47.3601, 8.5602);
    static final Position PICKUP = new Position(47.3769, 8.5417);
    static final Position DROPOFF = new Position(47.3901, 8.5157);
    static final int ATTEMPT = 1;

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final double ALTITUDE = 80;
    private static final double SPEED = 18;
    private static final double BATTERY = 87.5;
    private static final double DIGITS = 1e7; // as simulated drones report

    /** Where a drone is, and how. */
    private record State(Position position, FlightStatus status, Payload payload) {}

    /**
     * What the drone reports.
     *
     * @param index the position within the flight's leg, from 0
     */
    DroneTelemetry sample(Flight flight, int index) {
        int second = flight.leg().ordinal() * positionsPerLeg + index;
        State state = state(flight, index);
        boolean flying = state.status() == FlightStatus.AIRBORNE;
        return new DroneTelemetry(
                flight.droneId(),
                second + 1L,
                start.plus(BETWEEN.multipliedBy(second)),
                rounded(state.position().latitude()),
                rounded(state.position().longitude()),
                flying ? ALTITUDE : 0,
                flying ? SPEED : 0,
                flight.number() % 360,
                BATTERY,
                state.status(),
                state.payload(),
                new MissionReference(flight.deliveryId(), ATTEMPT, false));
    }

    /** The index of the position that shows the leg's next status: another one for each flight. */
    int telling(Flight flight) {
        return flight.number() % positionsPerLeg;
    }

    private State state(Flight flight, int index) {
        int telling = telling(flight);
        double part = (double) index / positionsPerLeg;
        return switch (flight.leg()) {
            case TAKE_OFF ->
                index < telling
                        ? new State(BASE, FlightStatus.GROUNDED, Payload.EMPTY)
                        : new State(between(BASE, PICKUP, 0.3 * part), FlightStatus.AIRBORNE, Payload.EMPTY);
            case PICKUP -> index == telling ? loading() : aroundPickup(index < telling, part);
            case APPROACH -> carrying(index < telling ? 0.25 + 0.5 * part : 0.94);
            case LANDING ->
                index < telling ? carrying(0.94 + 0.03 * part) : new State(DROPOFF, FlightStatus.LANDED, Payload.EMPTY);
        };
    }

    private static State loading() {
        return new State(PICKUP, FlightStatus.LANDED, Payload.LOADED);
    }

    private static State aroundPickup(boolean before, double part) {
        return before
                ? new State(between(BASE, PICKUP, 0.3 + 0.5 * part), FlightStatus.AIRBORNE, Payload.EMPTY)
                : carrying(0.05 + 0.2 * part);
    }

    private static State carrying(double part) {
        return new State(between(PICKUP, DROPOFF, part), FlightStatus.AIRBORNE, Payload.LOADED);
    }

    private static Position between(Position from, Position to, double part) {
        return new Position(
                from.latitude() + part * (to.latitude() - from.latitude()),
                from.longitude() + part * (to.longitude() - from.longitude()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DIGITS) / DIGITS;
    }
}
