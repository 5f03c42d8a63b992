package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.chassis.retry.Backoff;
import java.time.Duration;

/**
 * When a compensation is tried again, and how long it waits.
 *
 * @param decideWithin how long a person has to say what became of a parcel before its delivery is given up
 * @param lease how long an instance has a compensation for itself; if its process dies, another goes on after that
 * @param backoff how long it pauses between two tries
 * @param triesMax after so many failures in a row a compensation is parked
 */
public record RetryPolicy(Duration decideWithin, Duration lease, Backoff backoff, int triesMax) {
    public RetryPolicy {
        if (triesMax < 1) {
            throw new IllegalArgumentException("triesMax must be 1 or more, but is " + triesMax);
        }
    }

    /** Whether the pauses have grown to the longest. */
    boolean pausesLongest(int tries) {
        return backoff.pause(tries).equals(backoff.longest());
    }
}
