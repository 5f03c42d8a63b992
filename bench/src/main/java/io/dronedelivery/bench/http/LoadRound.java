package io.dronedelivery.bench.http;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.report.Latency;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a load of some time has shown.
 *
 * @param seconds how long requests became due
 * @param requests how many became due
 * @param answeredInTime how many were answered before the end of that time
 * @param failures how many failed, by what has happened
 * @param latency how long the requests took from the moment at which each was due, in microseconds
 * @param lateness how long after that moment the generator came to see to it, in microseconds
 * @param busy the share of the time in which the generator's thread was running
 */
public record LoadRound(
        double seconds,
        long requests,
        long answeredInTime,
        Map<String, Long> failures,
        Histogram latency,
        Histogram lateness,
        double busy) {
    /** With a thread that runs longer than this, the generator itself limits the rate. */
    private static final double BUSY_MAX = 0.9;

    private static final double LATENESS_SHARE_MAX = 0.5;
    private static final long LATENESS_MICROS_ALWAYS_GOOD = 2_000;
    private static final double BACKLOG_SECONDS_MAX = 0.25;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    /** The answers per second. */
    public double rate() {
        return answeredInTime / seconds;
    }

    /** Whether the server kept up: at the end, no more were unanswered than become due in a quarter of a second. */
    public boolean sustained() {
        return failures.isEmpty() && requests - answeredInTime <= BACKLOG_SECONDS_MAX * requests / seconds;
    }

    /** Latencies in microseconds, at three percentiles in milliseconds. */
    public static Latency percentiles(Histogram latency) {
        return new Latency(millis(latency, P50), millis(latency, P99), millis(latency, P999));
    }

    private static double millis(Histogram latency, double percentile) {
        return latency.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /**
     * Refuses a round in which requests failed.
     *
     * @return this round
     * @throws InvalidMeasurement if so
     */
    public LoadRound requireAnswered() {
        if (!failures.isEmpty()) {
            throw new InvalidMeasurement(
                    String.format(Locale.ROOT, "of %,d requests, some failed: %s", requests, failures));
        }
        return this;
    }

    /**
     * Refuses a round in which requests failed, or in which the generator's thread had no time left.
     *
     * @return this round
     * @throws InvalidMeasurement if so
     */
    public LoadRound requireSound() {
        requireAnswered();
        if (busy > BUSY_MAX) {
            throw new InvalidMeasurement(String.format(
                    Locale.ROOT,
                    "the load generator was the bottleneck: its thread ran %.0f %% of the time",
                    busy * 100));
        }
        return this;
    }

    /**
     * Refuses also a round whose latency would be mostly the generator's lateness.
     *
     * @return this round
     * @throws InvalidMeasurement if so
     */
    public LoadRound requirePunctual() {
        requireSound();
        long late = lateness.getValueAtPercentile(P99);
        if (late > LATENESS_MICROS_ALWAYS_GOOD && late > LATENESS_SHARE_MAX * latency.getValueAtPercentile(P99)) {
            throw new InvalidMeasurement(String.format(
                    Locale.ROOT,
                    "the load generator was the bottleneck: 1 %% of the requests were sent %.1f ms late or more",
                    late / MICROS_PER_MILLI));
        }
        return this;
    }
}
