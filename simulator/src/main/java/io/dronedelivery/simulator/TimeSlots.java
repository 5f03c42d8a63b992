package io.dronedelivery.simulator;

import java.time.Duration;

/** The time slots of one drone. Not safe for use by several threads. */
final class TimeSlots {
    private final Timetable timetable;
    private final long offsetNanos;
    private long last;
    private long skippedUntilNanos;

    /**
     * Slots.
     *
     * @param offset from the begin of an interval
     */
    TimeSlots(Timetable timetable, Duration offset) {
        this.timetable = timetable;
        this.offsetNanos = offset.toNanos();
        this.skippedUntilNanos = now();
        this.last = slot();
    }

    /** Whether a slot has begun since it was last asked. A slot that is not used then is over. */
    boolean hasBegun() {
        long slot = slot();
        boolean begun = slot != last && now() - skippedUntilNanos >= 0;
        last = slot;
        return begun;
    }

    /** Lets the slots of so long be over. */
    void skip(Duration time) {
        skippedUntilNanos = now() + time.toNanos();
    }

    private long slot() {
        return Math.floorDiv(now() - offsetNanos, timetable.interval().toNanos());
    }

    private long now() {
        return timetable.nanoTime().getAsLong();
    }
}
