package io.dronedelivery.scheduler.domain;

import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How long to pause before what failed is tried again: doubling, and different at random.
 *
 * @param first after the first failure
 * @param longest what doubling ends at
 * @param askedFor how long the one that failed asked to be left alone; zero where it did not
 */
public record Backoff(Duration first, Duration longest, Function<Throwable, Duration> askedFor) {
    private static final int DOUBLINGS_MAX = 20; // by then the longest pause is long reached

    /** Between half and the whole of what has doubled: callers that failed together do not come back together. */
    Duration after(int failures, Throwable failure, RandomGenerator random) {
        long whole = Math.min(first.toMillis() << Math.min(failures, DOUBLINGS_MAX), longest.toMillis());
        Duration asked = askedFor.apply(failure);
        return asked.plusMillis(random.nextLong(whole / 2, whole + 1));
    }
}
