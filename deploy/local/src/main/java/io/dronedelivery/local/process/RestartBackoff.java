package io.dronedelivery.local.process;

import java.time.Duration;

/**
 * How long to wait before starting again what keeps dying: twice as long each time.
 *
 * @param first after the first death
 * @param most at most
 * @param forgiven a process that lived so long has paid for the deaths before
 */
public record RestartBackoff(Duration first, Duration most, Duration forgiven) {
    public static final RestartBackoff USUAL =
            new RestartBackoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

    private static final int DOUBLINGS_MAX = 20;

    Duration after(int deaths) {
        Duration wait = first.multipliedBy(1L << Math.min(deaths - 1, DOUBLINGS_MAX));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
