package io.dronedelivery.simulator;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock that every process of the system runs by: real time, or faster from an anchor on.
 *
 * @param scale how many seconds pass in a real one
 * @param anchorReal a real time, in ms since 1970
 * @param anchorScaled what the clock said then
 */
record ScaledClock(InstantSource real, double scale, long anchorReal, long anchorScaled) implements InstantSource {

    /** As the system properties say; real time where they say nothing. */
    static ScaledClock ofSystemProperties() {
        return new ScaledClock(
                InstantSource.system(),
                Double.parseDouble(System.getProperty("clock.scale", "1")),
                Long.getLong("clock.anchor.real", 0),
                Long.getLong("clock.anchor.scaled", 0));
    }

    @Override
    public Instant instant() {
        double passed = (real.millis() - anchorReal) * scale;
        return Instant.ofEpochMilli(anchorScaled + Math.round(passed));
    }
}
