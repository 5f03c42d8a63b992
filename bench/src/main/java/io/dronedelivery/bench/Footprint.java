package io.dronedelivery.bench;

import io.dronedelivery.bench.load.LoadedSystem;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.local.process.ResidentMemory;
import io.dronedelivery.local.project.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench footprint</code>. */
@Command(
        name = "footprint",
        description =
                "Measure how long the start takes, how much memory each process has, and how large the builds are.",
        footer =
                "Each round is a start, a small load of that many seconds, and a stop. A first start is not counted: it"
                        + " initializes the databases, and its end archives the classes.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Footprint implements Callable<Integer> {
    private static final Figure START = new Figure("start, until all is ready", "s");
    private static final double START_SECONDS = 20;
    private static final int IN_FLIGHT = 4;
    private static final long MIB = 1 << 20;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        double loadBefore = Machine.load();
        system.deleteArchivedClasses();
        String first =
                String.format(Locale.ROOT, "First start, with nothing stored or archived: %.1f s.", start(system));
        system.stop();
        List<Map<Figure, Double>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            rounds.add(round(system));
            System.out.println("round " + round + " is over");
        }
        String load = String.format(
                Locale.ROOT, "Load average at the beginning %.1f, at the end %.1f.", loadBefore, Machine.load());
        String title = "bench footprint: %s of load, %d deliveries in flight".formatted(options.words(), IN_FLIGHT);
        return new Report(title, Machine.here(), List.of(first, load), List.of(started(rounds)), Report.rows(rounds));
    }

    private Map<Figure, Double> round(MeasuredSystem system) throws InterruptedException {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(START, start(system));
        memory(system, "after the start", figures);
        try (LoadedSystem loaded = LoadedSystem.scheduling(system, IN_FLIGHT, options.length())) {
            figures.put(new Figure("load, deliveries", "per s"), loaded.measureRate(options.length()));
        }
        memory(system, "after the load", figures);
        system.stop();
        for (Service service : Service.values()) {
            figures.put(new Figure("build, " + service.id(), "MiB"), mib(system.build(service)));
        }
        return figures;
    }

    private static Comparison started(List<Map<Figure, Double>> rounds) {
        return Comparison.of("start of all, built", START.unit(), Rounds.median(rounds, START))
                .toReach(Target.atMost(START_SECONDS));
    }

    private static double start(MeasuredSystem system) {
        long begin = System.nanoTime();
        system.start();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "all ready after %.1f s%n", seconds);
        return seconds;
    }

    private static void memory(MeasuredSystem system, String when, Map<Figure, Double> figures) {
        Map<String, Double> memory = new LinkedHashMap<>();
        system.processes().forEach((name, process) -> memory.put(name, (double) ResidentMemory.mib(process)));
        double all = memory.values().stream().mapToDouble(Double::doubleValue).sum();
        figures.put(new Figure("memory " + when + ", all", "MiB"), all);
        memory.forEach((name, mib) -> figures.put(new Figure("memory " + when + ", " + name, "MiB"), mib));
    }

    private static double mib(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / (double) MIB;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
