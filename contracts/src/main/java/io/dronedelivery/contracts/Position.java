package io.dronedelivery.contracts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, WGS 84, -90 to 90
 * @param longitude degrees east, WGS 84, -180 to 180
 */
public record Position(
        @Min(-Position.LATITUDE_MAX) @Max(Position.LATITUDE_MAX)
        double latitude,

        @Min(-Position.LONGITUDE_MAX) @Max(Position.LONGITUDE_MAX)
        double longitude) {
    /** The degrees from the equator to a pole. */
    public static final long LATITUDE_MAX = 90;
    /** The degrees from the prime meridian to the other side of the earth. */
    public static final long LONGITUDE_MAX = 180;
    /** The mean radius R1 of IUGG. */
    public static final double EARTH_RADIUS_METERS = 6_371_008.8;

    public Position {
        if (!(Math.abs(latitude) <= LATITUDE_MAX)) {
            throw new IllegalArgumentException("latitude must be between -90 and 90, but is " + latitude);
        }
        if (!(Math.abs(longitude) <= LONGITUDE_MAX)) {
            throw new IllegalArgumentException("longitude must be between -180 and 180, but is " + longitude);
        }
    }

    /** The great-circle distance in metres, by the haversine formula. */
    public double metersTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double haversine = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
