package io.dronedelivery.drone.mavlink;

import io.dronedelivery.drone.mavlink.Message.SystemTime;
import java.time.Instant;

/**
 * Turns an autopilot's clock, which counts from its boot, into the time of day.
 *
 * @param bootMillis the latest time since boot that was heard
 * @param offsetMillis what to add for the time of day: by the latest SYSTEM_TIME of this boot, before one by when its
 *     first message came in
 */
record BootClock(long bootMillis, long offsetMillis) {
    /** Datagrams overtake each other by less than this; a clock that goes further back has been started anew. */
    static final long REORDERING_MILLIS_MAX = 10_000;

    /** An autopilot that has not learnt the time yet tells one near the epoch. */
    private static final long UNIX_MICROS_MIN =
            Instant.parse("2010-01-01T00:00:00Z").toEpochMilli() * 1000;

    /** The clock as first heard of in this boot. */
    static BootClock started(long bootMillis, Instant receivedAt) {
        return new BootClock(bootMillis, receivedAt.toEpochMilli() - bootMillis);
    }

    /** Whether a time must come from a later boot. */
    boolean rebootedBy(long bootMillis) {
        return bootMillis + REORDERING_MILLIS_MAX < this.bootMillis;
    }

    BootClock at(long bootMillis) {
        return new BootClock(Math.max(bootMillis, this.bootMillis), offsetMillis);
    }

    BootClock set(SystemTime told) {
        boolean known = told.unixMicros() >= UNIX_MICROS_MIN;
        return known ? new BootClock(bootMillis, told.unixMicros() / 1000 - told.bootMillis()) : this;
    }

    /** The latest that it is known to have shown. */
    Instant latest() {
        return Instant.ofEpochMilli(offsetMillis + bootMillis);
    }
}
