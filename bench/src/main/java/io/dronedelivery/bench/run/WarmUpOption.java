package io.dronedelivery.bench.run;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option of how long to warm up at most. */
public final class WarmUpOption {
    private static final int SECONDS_MAX = 3_600;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "how long to wait at most for a steady rate, 1 to 3600")
    private int seconds;

    /** The option with its default. */
    public WarmUpOption(int seconds) {
        this.seconds = seconds;
    }

    /** Refuses a value that is out of bounds. */
    public void validate(RoundOptions options) {
        options.requireWithin("--warm-up", seconds, 1, SECONDS_MAX);
    }

    /** How long to warm up at most. */
    public Duration limit() {
        return Duration.ofSeconds(seconds);
    }
}
