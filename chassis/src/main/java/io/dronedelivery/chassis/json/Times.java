package io.dronedelivery.chassis.json;

import java.time.Instant;

/** Which moments are taken in: those of years of four digits (RFC 3339). No database stores the far ends of an Instant. */
public final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    /** Whether it can be stored. */
    public static boolean storable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
