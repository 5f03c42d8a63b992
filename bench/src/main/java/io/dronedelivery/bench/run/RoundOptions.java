package io.dronedelivery.bench.run;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of a measurement whose rounds last for a given time. */
public final class RoundOptions extends ResultOptions {
    private static final int SECONDS_MIN = 5; // PostgreSQL's counters are up to a second late
    private static final int SECONDS_MAX = 3_600;

    @Option(names = "--seconds", paramLabel = "S", description = "how long a round is, 5 to 3600")
    private int seconds = 20;

    @Override
    public void validate() {
        super.validate();
        requireWithin("--seconds", seconds, SECONDS_MIN, SECONDS_MAX);
    }

    /** How long a round is. */
    public Duration length() {
        return Duration.ofSeconds(seconds);
    }

    @Override
    public String words() {
        return withBuild(rounds() + (rounds() == 1 ? " round of " : " rounds of ") + seconds + " s");
    }
}
