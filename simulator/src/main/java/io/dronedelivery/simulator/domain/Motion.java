package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.Position;

/**
 * Where a drone is and how it moves.
 *
 * @param altitude above ground, m
 * @param velocity over ground, m/s
 * @param climb upwards, m/s
 * @param heading where its nose points, in degrees clockwise from north
 */
public record Motion(Position position, double altitude, Vector velocity, double climb, double heading) {
    /** The greatest change of the horizontal velocity, m/s². */
    public static final double ACCELERATION_MAX = 0.8;
    /** The greatest change of the vertical velocity, m/s². */
    public static final double VERTICAL_ACCELERATION_MAX = 1.0;

    static final double CLIMB_SPEED = 2.5;
    static final double DESCENT_SPEED_MAX = 3.0;
    /** The last metres before the ground are taken at this speed. */
    static final double TOUCHDOWN_SPEED = 0.5;
    /** A descent slows down as the ground comes nearer: metres of altitude per m/s. */
    private static final double DESCENT_SECONDS = 12;
    /** It brakes gentler than it could, so that it can still correct. */
    private static final double BRAKING_SHARE = 0.7;

    private static final double ARRIVAL_METERS = 1;
    private static final double ARRIVAL_SPEED = 0.4;
    private static final double LEVEL_METERS = 0.3;
    private static final double NOSE_FOLLOWS_SPEED = 0.5; // slower than that, it keeps its heading

    /** Standing still on the ground. */
    static Motion standing(Position position, double heading) {
        return new Motion(position, 0, Vector.NONE, 0, heading);
    }

    /** A step towards a place and an altitude, at no more than that speed over ground. */
    Motion towards(Position target, double level, double speedMax, double seconds) {
        Vector way = Vector.between(position, target);
        double distance = way.length();
        double speed = Math.min(speedMax, approach(distance, ACCELERATION_MAX, seconds));
        Vector wanted = distance == 0 ? Vector.NONE : way.times(speed / distance);
        double rise = level - altitude;
        double climbWanted =
                Math.signum(rise) * Math.min(CLIMB_SPEED, approach(Math.abs(rise), VERTICAL_ACCELERATION_MAX, seconds));
        return moved(wanted, climbWanted, seconds);
    }

    /** A step down over a place. */
    Motion descending(Position target, double seconds) {
        double sink = Math.clamp(altitude / DESCENT_SECONDS, TOUCHDOWN_SPEED, DESCENT_SPEED_MAX);
        Vector way = Vector.between(position, target);
        double speed = approach(way.length(), ACCELERATION_MAX, seconds);
        Motion next = moved(way.atMost(speed), -sink, seconds);
        return next.altitude <= 0 ? standing(next.position, heading) : next;
    }

    private Motion moved(Vector wanted, double climbWanted, double seconds) {
        Vector velocityNext = velocity.plus(wanted.minus(velocity).atMost(ACCELERATION_MAX * seconds));
        double climbStep = VERTICAL_ACCELERATION_MAX * seconds;
        double climbNext = climb + Math.clamp(climbWanted - climb, -climbStep, climbStep);
        return new Motion(
                velocity.plus(velocityNext).times(seconds / 2).from(position),
                altitude + (climb + climbNext) / 2 * seconds,
                velocityNext,
                climbNext,
                velocityNext.length() < NOSE_FOLLOWS_SPEED ? heading : velocityNext.heading());
    }

    /** The speed from which it can still stop in time. */
    private static double approach(double distance, double acceleration, double seconds) {
        return Math.min(Math.sqrt(2 * acceleration * BRAKING_SHARE * distance), distance / (4 * seconds));
    }

    boolean over(Position target) {
        return position.metersTo(target) < ARRIVAL_METERS && velocity.length() < ARRIVAL_SPEED;
    }

    boolean levelAt(double level) {
        return Math.abs(level - altitude) < LEVEL_METERS;
    }

    boolean onGround() {
        return altitude <= 0;
    }
}
