package io.dronedelivery.supervisor.domain.compensation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long what is waited for.
 *
 * @param grace how long a failed flight may still end well before its attempt is closed
 * @param decideWithin how long a person has to say what became of a parcel before its delivery is given up
 * @param lease how long a workflow in hand is kept from others: one whose process died goes on after that
 * @param firstPause after the first failure; doubled with each further one
 * @param longestPause the longest between two tries
 * @param triesMax after so many failures in a row a workflow is parked
 */
public record Patience(
        Duration grace,
        Duration decideWithin,
        Duration lease,
        Duration firstPause,
        Duration longestPause,
        int triesMax) {
    private static final double JITTER = 0.3;
    private static final int DOUBLINGS_MAX = 30;

    public Patience {
        if (triesMax < 1) {
            throw new IllegalArgumentException("triesMax must be 1 or more, but is " + triesMax);
        }
    }

    /** How long to pause after so many failures in a row; spread, so that not all come back at once. */
    Duration pause(int tries, RandomGenerator random) {
        double spread = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(Math.min(doubled(tries), (double) longestPause.toMillis()) * spread));
    }

    /** Whether the pauses have grown as long as they ever do. */
    boolean pausesLongest(int tries) {
        return doubled(tries) >= longestPause.toMillis();
    }

    private double doubled(int tries) {
        return Math.scalb((double) firstPause.toMillis(), Math.min(tries - 1, DOUBLINGS_MAX));
    }
}
