package io.dronedelivery.bench.run;

import io.dronedelivery.local.project.NativeOption;
import io.dronedelivery.local.project.ServiceBuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the rounds: how many, how long, and the file of the result. */
public final class RoundOptions {
    private static final int ROUNDS_MAX = 50;
    private static final int SECONDS_MIN = 5; // PostgreSQL's counters are up to a second late
    private static final int SECONDS_MAX = 3_600;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--rounds", paramLabel = "N", description = "how many rounds are measured, 1 to 50")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "S", description = "how long a round is, 5 to 3600")
    private int seconds = 20;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            showDefaultValue = Visibility.NEVER,
            description = "write the result to this file, too")
    private @Nullable Path json;

    @Mixin
    private NativeOption executables = new NativeOption();

    /** Refuses values that are out of bounds. */
    public void validate() {
        requireWithin("--rounds", rounds, 1, ROUNDS_MAX);
        requireWithin("--seconds", seconds, SECONDS_MIN, SECONDS_MAX);
    }

    /** Refuses a value that is out of bounds. */
    public void requireWithin(String option, int value, int min, int max) {
        if (command != null && (value < min || value > max)) {
            throw new ParameterException(
                    command.commandLine(),
                    String.format(Locale.ROOT, "%s must be from %d to %d, but is %d", option, min, max, value));
        }
    }

    /** How many rounds are measured. */
    public int rounds() {
        return rounds;
    }

    /** How long a round is. */
    public Duration length() {
        return Duration.ofSeconds(seconds);
    }

    @Nullable
    Path json() {
        return json;
    }

    /** The name of the command that is measured. */
    String command() {
        return command == null ? "bench" : command.name();
    }

    ServiceBuild build() {
        return executables.build();
    }

    /** The rounds in words, and what was measured if it is not the usual. */
    public String words() {
        String length = rounds + (rounds == 1 ? " round of " : " rounds of ") + seconds + " s";
        return build() == ServiceBuild.NATIVE ? length + ", native executables" : length;
    }
}
