package io.dronedelivery.local.chaos;

import io.dronedelivery.local.chaos.fault.FaultKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * How a run is to be.
 *
 * @param length how long there are load and faults, in real time
 * @param rate of requests per real second
 * @param timeScale seconds that pass in the system per real second
 * @param patience how long to wait for quiet in the end, in real time
 */
record Settings(long seed, Duration length, double rate, double timeScale, Set<FaultKind> kinds, Duration patience) {

    String title() {
        return String.format(
                Locale.ROOT,
                "Chaos of %d min, seed %d, %.1f requests per second, clock %.1f times as fast",
                length.toMinutes(),
                seed,
                rate,
                timeScale);
    }
}
