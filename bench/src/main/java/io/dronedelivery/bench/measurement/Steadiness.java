package io.dronedelivery.bench.measurement;

import io.dronedelivery.bench.report.Distribution;
import java.time.Duration;
import java.util.List;

/**
 * The rule when the rate counts as steady during the warm-up: when it hardly differs between the last few windows.
 *
 * @param window the length of time over which a rate is measured
 * @param windows how many windows are compared
 * @param spreadMax the largest difference between their rates, divided by the median
 */
public record Steadiness(Duration window, int windows, double spreadMax) {
    /** The rule of all measurements. */
    public static final Steadiness USUAL = new Steadiness(Duration.ofSeconds(15), 4, 0.1);

    /** Whether the rates are steady; the latest is the last. */
    public boolean reached(List<Double> rates) {
        if (rates.size() < windows) {
            return false;
        }
        Distribution last = Distribution.of(rates.subList(rates.size() - windows, rates.size()));
        return last.min() > 0 && last.spread() <= spreadMax;
    }

    /** The rule in words. */
    public String words() {
        return "%d windows of %d s within %.0f %%".formatted(windows, window.toSeconds(), spreadMax * 100);
    }
}
