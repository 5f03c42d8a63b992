package io.dronedelivery.bench;

import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** <code>dronectl bench all</code>. */
@Command(
        name = "all",
        description = "Run every measurement in order, and print all comparisons in one table.",
        footer = "Each measurement starts a system of its own. One without a result does not end the others.",
        mixinStandardHelpOptions = true)
final class All implements Callable<Integer> {
    /** What is measured, the cheaper disturbances first: each is a command with its options. */
    static final List<List<String>> MEASUREMENTS = List.of(
            List.of("idle"),
            List.of("footprint"),
            List.of("workflow"),
            List.of("workflow", "--flights"),
            List.of("accept"),
            List.of("accept", "--while", "100"),
            List.of("telemetry"),
            List.of("status"),
            List.of("invoice"),
            List.of("growth"));

    @ParentCommand
    private Bench bench = new Bench();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine dronectl = command.root().commandLine();
        Path folder = bench.folder();
        List<String> notes = new ArrayList<>();
        for (List<String> measurement : MEASUREMENTS) {
            String words = String.join(" ", measurement);
            System.out.println();
            System.out.println("=== bench " + words);
            if (dronectl.execute(arguments(measurement, folder)) != ExitCode.OK) {
                notes.add("No result: " + words + ".");
            }
        }
        bench.conclude(new Report(
                "bench all",
                Machine.here(),
                notes,
                bench.reports().stream()
                        .flatMap(report -> report.comparisons().stream())
                        .toList(),
                List.of()));
        return notes.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** A whole command line of <code>dronectl</code>, with the folder of the measured system. */
    static String[] arguments(List<String> measurement, Path folder) {
        return Stream.of(List.of("bench"), measurement, List.of("--state=" + folder))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
