package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import java.time.Duration;
import java.time.Instant;

/** Flies one drone, a second at a time: a pure function of the drone, the wind and the time. */
public final class Pilot {
    public static final Duration STEP = Duration.ofSeconds(1);

    /** It cruises this high at least, and higher over longer legs. */
    static final double LEVEL_MIN = 20;
    /** Putting a parcel in or taking it out. */
    static final double HANDLING_SECONDS = 10;

    private static final double LEVEL_MAX = 60;
    private static final double LEVEL_PER_METER = 1 / 40.0;

    private static final int SUBSTEPS = 4;
    private static final double SECONDS = 1.0 / SUBSTEPS;
    private static final double SPIN_UP_SECONDS = 6;
    private static final double SPIN_DOWN_SECONDS = 5;

    private final Power power;
    private final Wind wind;

    public Pilot(Airframe airframe, Wind wind) {
        this.power = new Power(airframe);
        this.wind = wind;
    }

    /** The drone a second later, which is now. */
    public Drone step(Drone drone, Instant now) {
        Vector air = wind.at(now);
        Drone next = drone;
        for (int substep = 0; substep < SUBSTEPS; substep++) {
            next = switch (next.stage()) {
                case Stage.Resting() -> resting(next, now);
                case Stage.SpinningUp(double left) ->
                    left > SECONDS ? next.with(new Stage.SpinningUp(left - SECONDS)) : takingOff(next);
                case Stage.Climbing(double level) -> climbing(next, level, air);
                case Stage.Cruising(double level) -> cruising(next, level, air);
                case Stage.Descending() -> descending(next, air);
                case Stage.SpinningDown(double left) ->
                    next.with(left > SECONDS ? new Stage.SpinningDown(left - SECONDS) : new Stage.Resting());
                case Stage.Handling(double left) ->
                    left > SECONDS ? next.with(new Stage.Handling(left - SECONDS)) : handled(next);
            };
        }
        return next;
    }

    private Drone resting(Drone drone, Instant now) {
        Drone charged = drone.isThere(drone.home())
                ? drone.with(drone.motion(), power.charged(drone.battery(), SECONDS))
                : drone;
        return switch (drone.errand()) {
            case Errand.Idle() -> charged;
            case Errand.Fetch(Flight flight) ->
                now.isBefore(flight.readyAt()) ? charged : leavingFor(drone, flight.pickup());
            case Errand.Carry(Flight flight) -> leavingFor(drone, flight.dropoff());
            case Errand.GoHome _ ->
                drone.isThere(drone.home()) && drone.loadGrams() == 0
                        ? charged.with(new Errand.Idle())
                        : leavingFor(drone, drone.home());
        };
    }

    private static Drone leavingFor(Drone drone, Position goal) {
        return drone.with(
                drone.isThere(goal) ? new Stage.Handling(HANDLING_SECONDS) : new Stage.SpinningUp(SPIN_UP_SECONDS));
    }

    private static Drone takingOff(Drone drone) {
        double leg = drone.motion().position().metersTo(goal(drone));
        double level = Math.clamp(leg * LEVEL_PER_METER, LEVEL_MIN, LEVEL_MAX);
        Drone off = drone.with(new Stage.Climbing(level)).with(FlightStatus.AIRBORNE);
        return drone.errand() instanceof Errand.GoHome(var mission) && mission != null && !mission.aborted()
                ? off.with(new Errand.GoHome(null))
                : off;
    }

    private Drone climbing(Drone drone, double level, Vector air) {
        Position above = drone.motion().position();
        Drone next = moved(drone, drone.motion().towards(above, level, 0, SECONDS), air);
        return next.motion().levelAt(level) ? next.with(new Stage.Cruising(level)) : next;
    }

    private Drone cruising(Drone drone, double level, Vector air) {
        Position goal = goal(drone);
        Vector way = Vector.between(drone.motion().position(), goal);
        Drone next = moved(drone, drone.motion().towards(goal, level, groundSpeedMax(way, air), SECONDS), air);
        return next.motion().over(goal) ? next.with(new Stage.Descending()) : next;
    }

    /** The wind's part along the way speeds it up or slows it down; against the rest it steers. */
    private double groundSpeedMax(Vector way, Vector air) {
        double along = air.along(way);
        double across = Math.sqrt(Math.max(0, air.length() * air.length() - along * along));
        double cruise = power.airframe().cruiseSpeed();
        return Math.sqrt(Math.max(0, cruise * cruise - across * across)) + along;
    }

    private Drone descending(Drone drone, Vector air) {
        Drone next = moved(drone, drone.motion().descending(goal(drone), SECONDS), air);
        return next.motion().onGround() ? landed(next) : next;
    }

    private static Drone landed(Drone drone) {
        Drone down = drone.with(new Stage.SpinningDown(SPIN_DOWN_SECONDS)).with(FlightStatus.LANDED);
        return drone.errand() instanceof Errand.GoHome ? down.with(new Errand.GoHome(null)) : down;
    }

    private static Drone handled(Drone drone) {
        Drone rested = drone.with(new Stage.Resting());
        return switch (drone.errand()) {
            case Errand.Fetch(Flight flight) ->
                rested.carrying(flight.weightGrams()).with(new Errand.Carry(flight));
            case Errand.Carry(Flight flight) ->
                rested.carrying(0).over(flight.mission()).with(new Errand.GoHome(flight.mission()));
            case Errand.Idle _, Errand.GoHome _ -> rested.carrying(0);
        };
    }

    private Drone moved(Drone drone, Motion motion, Vector air) {
        double airSpeed = motion.velocity().minus(air).length();
        return drone.with(motion, power.drained(drone.battery(), airSpeed, drone.loadGrams(), SECONDS));
    }

    private static Position goal(Drone drone) {
        return switch (drone.errand()) {
            case Errand.Fetch(Flight flight) -> flight.pickup();
            case Errand.Carry(Flight flight) -> flight.dropoff();
            case Errand.Idle _, Errand.GoHome _ -> drone.home();
        };
    }
}
