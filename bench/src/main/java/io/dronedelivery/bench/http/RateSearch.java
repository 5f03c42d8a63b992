package io.dronedelivery.bench.http;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.Steadiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Searches the highest rate that a server keeps up with, in steps.
 *
 * @param step how long each rate is tried
 */
public record RateSearch(Duration step) {
    private static final double FIRST_SHARE = 0.5;
    private static final double SHARE_STEP = 0.1;
    private static final int STEPS_MAX = 12;
    private static final int WINDOWS = 4;
    private static final double SPREAD_MAX = 0.1;

    /**
     * A server that is warm.
     *
     * @param rate its answers per second with all connections busy
     * @param note how it became so, in words
     */
    public record Warm(double rate, String note) {}

    /** Keeps all connections busy until the rate is steady, for that time at most. */
    public Warm warmUp(String name, LoadGenerator load, Duration timeout) throws InterruptedException {
        Steadiness steadiness = new Steadiness(step, WINDOWS, SPREAD_MAX);
        List<Double> rates = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!steadiness.reached(rates) && System.nanoTime() < deadline) {
            rates.add(load.saturating(step).requireAnswered().rate());
            System.out.printf(Locale.ROOT, "warming up, %s: %,.0f/s%n", name, rates.getLast());
        }
        String note = "Warm-up, %s: %d s; %s (%s)."
                .formatted(
                        name,
                        rates.size() * step.toSeconds(),
                        steadiness.reached(rates) ? "then the rate was steady" : "THE RATE HAD NOT BECOME STEADY",
                        steadiness.words());
        return new Warm(rates.getLast(), note);
    }

    /**
     * The round of the highest rate that was kept up with.
     *
     * @param about the rate with all connections busy; the first step is half of it
     * @throws InvalidMeasurement if not even the first was, or the generator was the bottleneck
     */
    public LoadRound maximum(LoadGenerator load, double about) throws InterruptedException {
        LoadRound best = null;
        for (int number = 0; number < STEPS_MAX; number++) {
            LoadRound round = load.atRate(about * (FIRST_SHARE + number * SHARE_STEP), step);
            if (!round.sustained()) {
                round.requireAnswered();
                break;
            }
            best = round;
        }
        if (best == null) {
            throw new InvalidMeasurement(
                    String.format(Locale.ROOT, "%,.0f requests per second were too many", about * FIRST_SHARE));
        }
        return best.requireSound();
    }
}
