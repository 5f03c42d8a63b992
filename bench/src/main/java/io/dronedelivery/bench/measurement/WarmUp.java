package io.dronedelivery.bench.measurement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Load before the measurement, until its rate is steady.
 *
 * @param name what is warmed up, in words
 * @param steadiness when the rate counts as steady
 * @param limit how long it may take at most; there is at least one window
 */
public record WarmUp(String name, Steadiness steadiness, Duration limit) {
    /** A load. */
    public interface Load {
        /** Loads for that time, and returns the rate per second. */
        double measureRate(Duration length) throws InterruptedException;
    }

    /**
     * What has come of it.
     *
     * @param rate the last rate per second
     * @param note how it went, in words
     */
    public record Result(double rate, String note) {}

    /** Loads until the rate is steady, or the limit is over. */
    public Result run(Load load) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        do {
            rates.add(load.measureRate(steadiness.window()));
            System.out.printf(Locale.ROOT, "warming up, %s: %,.1f/s%n", name, rates.getLast());
        } while (!steadiness.reached(rates) && System.nanoTime() < deadline);
        String note = "Warm-up, %s: %d s; %s (%s)."
                .formatted(
                        name,
                        rates.size() * steadiness.window().toSeconds(),
                        steadiness.reached(rates) ? "then the rate was steady" : "THE RATE HAD NOT BECOME STEADY",
                        steadiness.words());
        return new Result(rates.getLast(), note);
    }
}
