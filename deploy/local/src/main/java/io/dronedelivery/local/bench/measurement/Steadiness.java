package io.dronedelivery.local.bench.measurement;

import java.time.Duration;
import java.util.List;

/**
 * When a rate that rises during the warm-up counts as steady: when the last few windows hardly differ.
 *
 * @param window how long the rate is taken over
 * @param windows how many have to be alike
 * @param spreadMax how far apart they may be, as a part of their median
 */
public record Steadiness(Duration window, int windows, double spreadMax) {
    public static final Steadiness USUAL = new Steadiness(Duration.ofSeconds(15), 4, 0.1);

    /** Whether these rates, the latest last, have become steady. */
    public boolean reached(List<Double> rates) {
        if (rates.size() < windows) {
            return false;
        }
        Distribution last = Distribution.of(rates.subList(rates.size() - windows, rates.size()));
        return last.min() > 0 && last.spread() <= spreadMax;
    }

    /** In words. */
    public String words() {
        return "%d windows of %d s within %.0f %%".formatted(windows, window.toSeconds(), spreadMax * 100);
    }
}
