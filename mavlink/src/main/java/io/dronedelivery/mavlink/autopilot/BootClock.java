package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Message.SystemTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns an autopilot's clock, which counts milliseconds from its boot in 32 bits, into the time of day. A value far off
 * is no time yet: it may be a straggler, or nonsense. Several that follow each other are a clock that was started anew.
 *
 * @param boots how often it was started anew since it was first heard of
 * @param bootMillis the latest time since boot that was heard; goes on where the 32 bits begin again
 * @param offsetMillis what to add for the time of day: by the latest SYSTEM_TIME of this boot, before one by when its
 *     first message came in
 * @param heardAt when the latest came in
 * @param other the clock that it may have become, if any
 */
record BootClock(
        int boots,
        long bootMillis,
        long offsetMillis,
        Instant heardAt,
        @Nullable Candidate other) {
    /** How far it may run ahead of ours from one message to the next: a recorded flight is played many times as fast. */
    static final long GAP_MILLIS_MAX = Duration.ofMinutes(10).toMillis();

    /** A clock that was started anew tells so many values, which are so far apart. */
    static final int REBOOT_VALUES_MIN = 3;

    static final long REBOOT_MILLIS_MIN = 1_000;

    /** An autopilot that has not learnt the time yet tells one near the epoch. */
    private static final Instant KNOWN_TIME_MIN = Instant.parse("2010-01-01T00:00:00Z");

    /** Values that follow each other, far from the clock. */
    record Candidate(long firstMillis, long latestMillis, int values, Instant heardAt) {}

    /** The clock as first heard of. */
    static BootClock started(long told, Instant receivedAt) {
        return started(0, told, receivedAt);
    }

    private static BootClock started(int boots, long told, Instant receivedAt) {
        return new BootClock(boots, told, receivedAt.toEpochMilli() - told, receivedAt, null);
    }

    /** The clock after a message. */
    BootClock hear(long told, Instant receivedAt) {
        long millis = millis(told);
        if (follows(millis, bootMillis, heardAt, receivedAt)) {
            return new BootClock(boots, millis, offsetMillis, receivedAt, null);
        }
        if (tells(told)) {
            return this;
        }
        Candidate next = candidate(millis, receivedAt);
        boolean certain = next.values >= REBOOT_VALUES_MIN && next.latestMillis - next.firstMillis >= REBOOT_MILLIS_MIN;
        return certain
                ? started(boots + 1, told, receivedAt)
                : new BootClock(boots, bootMillis, offsetMillis, heardAt, next);
    }

    /** Whether a value that was heard is of this boot: not far from the latest, though others may have overtaken it. */
    boolean tells(long told) {
        long behind = bootMillis - millis(told);
        return behind >= 0 && behind <= Datagram.REORDERING_MILLIS_MAX;
    }

    /** A value without the 32 bits' limit: of all that it may stand for, the nearest to the latest. */
    long millis(long told) {
        return bootMillis + (int) (told - bootMillis);
    }

    /** Takes over what the clock of the world shows: unchanged while that is not known, or by a value of another boot. */
    BootClock set(SystemTime told) {
        boolean usable = !told.instant().isBefore(KNOWN_TIME_MIN) && tells(told.bootMillis());
        long offset = told.instant().toEpochMilli() - millis(told.bootMillis());
        return usable ? new BootClock(boots, bootMillis, offset, heardAt, other) : this;
    }

    /** The latest that it is known to have shown. */
    Instant latest() {
        return Instant.ofEpochMilli(offsetMillis + bootMillis);
    }

    private Candidate candidate(long millis, Instant receivedAt) {
        if (other != null && follows(millis, other.latestMillis, other.heardAt, receivedAt)) {
            return new Candidate(other.firstMillis, millis, other.values + 1, receivedAt);
        }
        boolean heardAlready = other != null && Math.abs(millis - other.latestMillis) <= Datagram.REORDERING_MILLIS_MAX;
        return other != null && heardAlready ? other : new Candidate(millis, millis, 1, receivedAt);
    }

    private static boolean follows(long millis, long latest, Instant latestAt, Instant receivedAt) {
        long passed = Math.max(0, latestAt.until(receivedAt).toMillis());
        return millis > latest && millis - latest <= passed + GAP_MILLIS_MAX;
    }
}
