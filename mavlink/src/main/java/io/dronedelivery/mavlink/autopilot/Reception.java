package io.dronedelivery.mavlink.autopilot;

import java.time.Duration;
import java.time.Instant;

/**
 * What the satellite receiver last told of itself.
 *
 * @param located whether it knows where it is
 */
record Reception(boolean located, Instant heardAt) {
    /** It is told about once a second; after so long it is not told any more. */
    static final Duration AGE_MAX = Duration.ofSeconds(10);

    boolean isCurrent(Instant now) {
        return heardAt.until(now).compareTo(AGE_MAX) <= 0;
    }
}
