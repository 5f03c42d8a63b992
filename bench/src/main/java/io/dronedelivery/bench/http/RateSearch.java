package io.dronedelivery.bench.http;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.Steadiness;
import io.dronedelivery.bench.measurement.WarmUp;
import java.time.Duration;
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

    /** Tries one rate. */
    public interface Trial {
        /** Sends so many requests per second for that time. */
        LoadRound atRate(double perSecond, Duration length) throws InterruptedException;
    }

    /** Keeps all connections busy until the rate is steady, for that time at most. */
    public WarmUp.Result warmUp(String name, LoadGenerator load, Duration limit) throws InterruptedException {
        return new WarmUp(name, new Steadiness(step, WINDOWS, SPREAD_MAX), limit)
                .run(length -> load.saturating(length).requireAnswered().rate());
    }

    /**
     * The round of the highest rate that was kept up with.
     *
     * @param about the rate with all connections busy; the first step is half of it
     * @throws InvalidMeasurement if not even the first was, or the generator was the bottleneck
     */
    public LoadRound maximum(Trial trial, double about) throws InterruptedException {
        LoadRound best = null;
        for (int number = 0; number < STEPS_MAX; number++) {
            LoadRound round = trial.atRate(about * (FIRST_SHARE + number * SHARE_STEP), step);
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
