package io.dronedelivery.local.chaos;

import io.dronedelivery.local.chaos.fault.FaultKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * The settings of a run.
 *
 * @param seed draws the faults and requests
 * @param length how long load and faults last, in real time
 * @param rate requests per real second
 * @param timeScale seconds that pass in the system per real second
 * @param kinds the kinds of faults that may be injected
 * @param timeout how long to wait at the end until nothing is under way, in real time
 */
record Settings(long seed, Duration length, double rate, double timeScale, Set<FaultKind> kinds, Duration timeout) {

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
