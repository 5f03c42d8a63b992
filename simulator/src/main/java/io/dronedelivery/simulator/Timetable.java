package io.dronedelivery.simulator;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When drones post. Each has one time slot in every interval, so that posts are spread evenly over it.
 *
 * @param interval in real time
 * @param nanoTime the real time since any moment, in ns
 */
record Timetable(Duration interval, LongSupplier nanoTime) {
    /** Two posts a second: each costs the check of a token, and a write to Kafka, whether it has one sample or twenty. */
    private static final Duration INTERVAL_MAX = Duration.ofMillis(500);
    /** In scaled time: a third of the silence after which the link of a drone in the air counts as lost. */
    private static final Duration SCALED_INTERVAL_MAX = Duration.ofSeconds(20);
    /** However fast the clock runs: sixty drones come to six hundred posts a second. */
    private static final Duration INTERVAL_MIN = Duration.ofMillis(100);

    /** The timetable for a clock that runs so many times as fast as real time. */
    static Timetable ofScale(double scale) {
        double nanos =
                Math.clamp(SCALED_INTERVAL_MAX.toNanos() / scale, INTERVAL_MIN.toNanos(), INTERVAL_MAX.toNanos());
        return new Timetable(Duration.ofNanos(Math.round(nanos)), System::nanoTime);
    }

    /** The slots of one drone of so many; the first is number 0. */
    TimeSlots slots(int number, int drones) {
        return new TimeSlots(this, interval.multipliedBy(number).dividedBy(drones));
    }
}
