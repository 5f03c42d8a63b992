package io.dronedelivery.ingestion.domain.form;

import java.time.Duration;

/**
 * What an order may ask for.
 *
 * @param weightGramsMax the heaviest parcel that any carrier takes; what a drone lifts only decides who carries
 */
public record Limits(int weightGramsMax) {
    /** The heaviest parcel of the built-in carrier. */
    public static final Limits DEFAULT = new Limits(30_000);

    static final int WEIGHT_GRAMS_MIN = 1;
    static final double WAY_METERS_MIN = 10; // less than a satellite receiver tells apart

    static final Duration PAST_TOLERANCE = Duration.ofMinutes(5); // clocks of clients differ
    static final Duration READY_AHEAD_MAX = Duration.ofDays(30);
    static final Duration DEADLINE_AHEAD_MAX = Duration.ofDays(31);
    static final Duration DELIVERY_TIME_MIN = Duration.ofMinutes(10);
    static final Duration DELIVERY_TIME_DEFAULT = Duration.ofHours(2);

    static final int ADDRESS_MAX = 300;
    static final int INSTRUCTIONS_MAX = 500;
    static final int NAME_MAX = 100;
    static final int PHONE_MAX = 32;
    static final int EMAIL_MAX = 254; // RFC 5321
    static final int TAG_MAX = 64;
    static final int REFERENCE_MAX = 100;
    static final int REASON_MAX = 200;

    public Limits {
        if (weightGramsMax < WEIGHT_GRAMS_MIN) {
            throw new IllegalArgumentException("weightGramsMax must be at least 1, but is " + weightGramsMax);
        }
    }
}
