package io.dronedelivery.chassis.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs faster than the real one, for demonstrations and tests.
 *
 * @param source the real clock
 * @param real a moment by the real clock
 * @param scaled the same moment by this clock
 * @param scale seconds of this clock per real second
 */
record ScaledClock(InstantSource source, Instant real, Instant scaled, double scale) implements InstantSource {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public Instant instant() {
        Duration elapsed = Duration.between(real, source.instant());
        double seconds = (elapsed.getSeconds() + elapsed.getNano() / NANOS_PER_SECOND) * scale;
        return scaled.plusNanos(Math.round(seconds * NANOS_PER_SECOND));
    }
}
