package io.dronedelivery.bench.run;

import io.dronedelivery.local.project.NativeOption;
import io.dronedelivery.local.project.ServiceBuild;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every measurement: how many rounds, and the file of the result. */
public class ResultOptions {
    private static final int ROUNDS_MAX = 50;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--rounds", paramLabel = "N", description = "how many rounds are measured, 1 to 50")
    private int rounds = 3;

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
    }

    /** Refuses a value that is out of bounds. */
    public final void requireWithin(String option, int value, int min, int max) {
        if (command != null && (value < min || value > max)) {
            throw new ParameterException(
                    command.commandLine(),
                    String.format(Locale.ROOT, "%s must be from %d to %d, but is %d", option, min, max, value));
        }
    }

    /** How many rounds are measured. */
    public final int rounds() {
        return rounds;
    }

    final @Nullable Path json() {
        return json;
    }

    /** The name of the command that is measured. */
    final String command() {
        return command == null ? "bench" : command.name();
    }

    final ServiceBuild build() {
        return executables.build();
    }

    /** The rounds in words, and what was measured if it is not the usual. */
    public String words() {
        return withBuild(rounds + (rounds == 1 ? " round" : " rounds"));
    }

    /** These words, and what was measured if it is not the usual. */
    final String withBuild(String words) {
        return build() == ServiceBuild.NATIVE ? words + ", native executables" : words;
    }
}
