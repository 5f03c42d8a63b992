package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A drone that is flown by hand in a test; every second of it is kept. */
final class Sortie {
    static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
    static final Position HOME = new Position(47.3852, 8.5172);
    static final Airframe STANDARD = new Airframe("Kite 20", 3_000, 20_000, 20);
    private static final int SECONDS_MAX = 4 * 3_600;

    final List<Drone> seconds = new ArrayList<>();
    private final Pilot pilot;
    private Drone drone;
    private Instant now = START;

    Sortie(Drone drone, Airframe airframe, long seed) {
        this.drone = drone;
        this.pilot = new Pilot(airframe, new Wind(seed));
    }

    /** A standard drone at home. */
    static Sortie ofStandardDrone() {
        return new Sortie(Drone.at("d1", HOME, START), STANDARD, 1);
    }

    static Flight flight(String deliveryId, Position pickup, Position dropoff) {
        return new Flight(new MissionReference(deliveryId, 1, false), pickup, dropoff, 500, START);
    }

    /** A place that many metres away. */
    static Position away(Position from, double north, double east) {
        return new Vector(north, east).from(from);
    }

    Sortie order(@Nullable Flight flight) {
        drone = drone.obeying(new Order(drone.id(), flight, drone.home()));
        return this;
    }

    /** Flies on until that is so. */
    Drone until(Predicate<Drone> reached) {
        for (int second = 0; second < SECONDS_MAX; second++) {
            now = now.plus(Pilot.STEP);
            drone = pilot.step(drone, now);
            seconds.add(drone);
            if (reached.test(drone)) {
                return drone;
            }
        }
        throw new AssertionError("not reached within " + SECONDS_MAX + " s: " + drone);
    }

    Drone untilIdle() {
        return until(reached -> reached.errand() instanceof Errand.Idle);
    }

    Drone drone() {
        return drone;
    }

    Instant now() {
        return now;
    }
}
