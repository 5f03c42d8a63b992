package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A drone: all that a snapshot keeps of it.
 *
 * @param sequence that of its last sample
 * @param battery percent
 * @param loadGrams the parcel aboard; 0: none
 * @param over the last mission it finished or gave up: it never flies that again, however late the order is withdrawn
 */
public record Drone(
        String id,
        Position home,
        long sequence,
        Motion motion,
        double battery,
        int loadGrams,
        FlightStatus status,
        Stage stage,
        Errand errand,
        @Nullable MissionReference over) {

    /** This near a place on the ground, it is there. */
    static final double THERE_METERS = 5;

    /** A new drone, charged, at its base. */
    public static Drone at(String id, Position home, Instant now) {
        Motion motion = Motion.standing(home, 0);
        long sequence = now.toEpochMilli();
        return new Drone(
                id,
                home,
                sequence,
                motion,
                100,
                0,
                FlightStatus.GROUNDED,
                new Stage.Resting(),
                new Errand.Idle(),
                null);
    }

    /** Takes an order: at once, in whatever it is doing. An order that it carries out already changes nothing. */
    public Drone obeying(Order order) {
        Drone told = order.home().equals(home) ? this : withHome(order.home());
        Flight flight = order.flight();
        if (flight == null) {
            return told.withoutMission();
        }
        MissionReference mission = flight.mission();
        return mission.equals(told.flown()) || mission.equals(over)
                ? told
                : told.withoutMission().beginning(flight);
    }

    private Drone beginning(Flight flight) {
        if (loadGrams > 0) {
            return this; // what is aboard goes home first
        }
        FlightStatus next = aloft() ? FlightStatus.AIRBORNE : FlightStatus.GROUNDED;
        return with(new Errand.Fetch(flight)).with(next).with(turned());
    }

    private Drone withoutMission() {
        return switch (errand) {
            case Errand.Idle() -> this;
            case Errand.GoHome(var mission) -> mission == null || aloft() ? this : with(new Errand.GoHome(null));
            case Errand.Fetch(Flight flight) -> isThere(home) && !aloft() ? stayingHome(flight) : givingUp(flight);
            case Errand.Carry(Flight flight) ->
                isThere(flight.dropoff()) && !aloft() ? unloadingHere(flight) : givingUp(flight);
        };
    }

    /** The delivery counts as completed as soon as it has landed; the parcel is taken out all the same. */
    private Drone unloadingHere(Flight flight) {
        return with(new Errand.GoHome(null)).over(flight.mission()).with(new Stage.Handling(Pilot.HANDLING_SECONDS));
    }

    private Drone stayingHome(Flight flight) {
        return with(new Errand.GoHome(null)).over(flight.mission()).with(new Stage.Resting());
    }

    private Drone givingUp(Flight flight) {
        MissionReference mission = flight.mission();
        MissionReference aborted = new MissionReference(mission.deliveryId(), mission.attempt(), true);
        Stage next = stage instanceof Stage.Handling ? new Stage.Resting() : turned();
        return with(new Errand.GoHome(aborted)).over(mission).with(next);
    }

    /** Where it lands already, it climbs again. */
    private Stage turned() {
        return stage instanceof Stage.Descending
                ? new Stage.Climbing(Math.max(motion.altitude(), Pilot.LEVEL_MIN))
                : stage;
    }

    private @Nullable MissionReference flown() {
        return switch (errand) {
            case Errand.Fetch(Flight flight) -> flight.mission();
            case Errand.Carry(Flight flight) -> flight.mission();
            case Errand.Idle _, Errand.GoHome _ -> null;
        };
    }

    boolean aloft() {
        return status == FlightStatus.AIRBORNE;
    }

    boolean isThere(Position place) {
        return motion.position().metersTo(place) <= THERE_METERS;
    }

    /** Whether it stands about: nothing changes but its battery. */
    boolean waiting(Instant now) {
        return stage instanceof Stage.Resting
                && switch (errand) {
                    case Errand.Idle() -> true;
                    case Errand.Fetch(Flight flight) -> now.isBefore(flight.readyAt());
                    case Errand.Carry _, Errand.GoHome _ -> false;
                };
    }

    /** The same drone, its next sample counted; {@link #sample} is that sample. */
    public Drone counted() {
        return withSequence(sequence + 1);
    }

    /** The same drone, numbering its samples from there on. */
    public Drone withSequence(long next) {
        return new Drone(id, home, next, motion, battery, loadGrams, status, stage, errand, over);
    }

    /** What it reports. */
    public DroneTelemetry sample(Instant now) {
        return new DroneTelemetry(
                id,
                sequence,
                now,
                rounded(motion.position().latitude(), 1e7),
                rounded(motion.position().longitude(), 1e7),
                rounded(motion.altitude(), 1e2),
                rounded(motion.velocity().length(), 1e2),
                rounded(motion.heading(), 1) % 360,
                rounded(battery, 1e2),
                status,
                loadGrams > 0 ? Payload.LOADED : Payload.EMPTY,
                errand.reported());
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }

    Drone with(Motion next, double batteryNext) {
        return new Drone(id, home, sequence, next, batteryNext, loadGrams, status, stage, errand, over);
    }

    Drone with(Stage next) {
        return new Drone(id, home, sequence, motion, battery, loadGrams, status, next, errand, over);
    }

    Drone with(FlightStatus next) {
        return new Drone(id, home, sequence, motion, battery, loadGrams, next, stage, errand, over);
    }

    Drone with(Errand next) {
        return new Drone(id, home, sequence, motion, battery, loadGrams, status, stage, next, over);
    }

    Drone carrying(int grams) {
        return new Drone(id, home, sequence, motion, battery, grams, status, stage, errand, over);
    }

    Drone over(MissionReference mission) {
        return new Drone(id, home, sequence, motion, battery, loadGrams, status, stage, errand, mission);
    }

    private Drone withHome(Position next) {
        return new Drone(id, next, sequence, motion, battery, loadGrams, status, stage, errand, over);
    }
}
