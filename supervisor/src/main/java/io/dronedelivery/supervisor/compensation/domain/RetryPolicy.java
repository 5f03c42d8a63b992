package io.dronedelivery.supervisor.compensation.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a compensation is tried again, and how long it waits.
 *
 * @param decideWithin how long a person has to say what became of a parcel before its delivery is given up
 * @param lease how long an instance has a compensation for itself; if its process dies, another goes on after that
 * @param firstPause the pause after the first failure; doubled with each further one
 * @param longestPause the longest pause between two tries
 * @param triesMax after so many failures in a row a compensation is parked
 */
public record RetryPolicy(
        Duration decideWithin, Duration lease, Duration firstPause, Duration longestPause, int triesMax) {
    private static final double JITTER = 0.3;
    private static final int DOUBLINGS_MAX = 30;

    public RetryPolicy {
        if (triesMax < 1) {
            throw new IllegalArgumentException("triesMax must be 1 or more, but is " + triesMax);
        }
    }

    /** How long to pause after so many failures in a row. Random jitter keeps all from trying again at once. */
    Duration pause(int tries, RandomGenerator random) {
        double spread = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(Math.min(doubled(tries), (double) longestPause.toMillis()) * spread));
    }

    /** Whether the pauses have grown to the longest. */
    boolean pausesLongest(int tries) {
        return doubled(tries) >= longestPause.toMillis();
    }

    private double doubled(int tries) {
        return Math.scalb((double) firstPause.toMillis(), Math.min(tries - 1, DOUBLINGS_MAX));
    }
}
