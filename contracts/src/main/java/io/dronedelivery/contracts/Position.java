package io.dronedelivery.contracts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, WGS 84, -90 to 90
 * @param longitude degrees east, WGS 84, -180 to 180
 */
public record Position(
        @Schema(minimum = "-90", maximum = "90") double latitude,
        @Schema(minimum = "-180", maximum = "180") double longitude) {
    /** The mean radius R1 of IUGG. */
    public static final double EARTH_RADIUS_METERS = 6_371_008.8;

    public Position {
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("latitude must be between -90 and 90, but is " + latitude);
        }
        if (!(Math.abs(longitude) <= 180)) {
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
