package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.Position;

/**
 * A way (m) or a velocity (m/s) in the horizontal plane.
 *
 * @param north northwards
 * @param east eastwards
 */
public record Vector(double north, double east) {
    static final Vector NONE = new Vector(0, 0);
    private static final double METERS_PER_DEGREE =
            Math.toRadians(6_371_008.8); // of latitude, on the sphere of Position

    /** The way between two places near each other: within a city the earth is flat. */
    static Vector between(Position from, Position to) {
        double east = Math.IEEEremainder(to.longitude() - from.longitude(), 360);
        return new Vector(
                (to.latitude() - from.latitude()) * METERS_PER_DEGREE, east * metersPerDegreeEast(from.latitude()));
    }

    /** Where this way leads from there. */
    Position from(Position start) {
        double latitude = start.latitude() + north / METERS_PER_DEGREE;
        double longitude = start.longitude() + east / metersPerDegreeEast(start.latitude());
        return new Position(latitude, Math.IEEEremainder(longitude, 360));
    }

    private static double metersPerDegreeEast(double latitude) {
        return METERS_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    }

    double length() {
        return Math.hypot(north, east);
    }

    /** Degrees clockwise from north, 0 up to 360. */
    double heading() {
        double degrees = Math.toDegrees(Math.atan2(east, north));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    Vector plus(Vector other) {
        return new Vector(north + other.north, east + other.east);
    }

    Vector minus(Vector other) {
        return new Vector(north - other.north, east - other.east);
    }

    Vector times(double factor) {
        return new Vector(north * factor, east * factor);
    }

    /** This, shortened to at most that length. */
    Vector atMost(double length) {
        double own = length();
        return own <= length ? this : times(length / own);
    }

    /** How much of this points in the direction of the other. */
    double along(Vector other) {
        double length = other.length();
        return length == 0 ? 0 : (north * other.north + east * other.east) / length;
    }
}
