package io.dronedelivery.local.process;

import java.time.Duration;

/**
 * The exponential backoff of restarts: each wait is twice as long as the one before.
 *
 * @param first the wait after the first death
 * @param most the longest wait
 * @param forgiven after a life of this length, the deaths before are not counted any more
 */
public record RestartBackoff(Duration first, Duration most, Duration forgiven) {
    /** The backoff of all processes of the system. */
    public static final RestartBackoff USUAL =
            new RestartBackoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

    private static final int DOUBLINGS_MAX = 20;

    Duration after(int deaths) {
        Duration wait = first.multipliedBy(1L << Math.min(deaths - 1, DOUBLINGS_MAX));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
