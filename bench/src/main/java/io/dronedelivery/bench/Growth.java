package io.dronedelivery.bench;

import io.dronedelivery.bench.growth.GrowthFigures;
import io.dronedelivery.bench.growth.SeededSystem;
import io.dronedelivery.bench.load.LoadedSystem;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Steadiness;
import io.dronedelivery.bench.measurement.WarmUp;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.bench.run.WarmUpOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench growth</code>. */
@Command(
        name = "growth",
        description = "Measure how much slower deliveries become when the system has grown.",
        footer =
                "The load of bench workflow runs on a nearly empty system, and then on the same one with many deliveries"
                        + " under way and more past ones. Those are copies of rows, in the databases of all services.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Growth implements Callable<Integer> {
    private static final int DELIVERIES_MAX = 10_000_000;
    private static final int IN_FLIGHT_MAX = 1_000;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Option(names = "--active", paramLabel = "N", description = "how many deliveries are put under way, 1 to 10000000")
    private int active = 100_000;

    @Option(names = "--past", paramLabel = "N", description = "how many past deliveries are put in, 1 to 10000000")
    private int past = 1_000_000;

    @Option(names = "--in-flight", paramLabel = "N", description = "how many requests are under way, 1 to 1000")
    private int inFlight = 16;

    @Mixin
    private WarmUpOption warmUp = new WarmUpOption(120);

    private final List<String> notes = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        options.requireWithin("--active", active, 1, DELIVERIES_MAX);
        options.requireWithin("--past", past, 1, DELIVERIES_MAX);
        options.requireWithin("--in-flight", inFlight, 1, IN_FLIGHT_MAX);
        warmUp.validate(options);
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        notes.clear(); // this command may run several times
        system.start();
        double loadBefore = Machine.load();
        List<Map<Figure, Double>> small = rounds(system, "nearly empty");
        SeededSystem seeded = SeededSystem.of();
        long begin = System.nanoTime();
        seeded.add(active, past);
        System.out.printf(
                "filled in %d s%n", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        notes.add(seeded.words());
        GrowthFigures figures = new GrowthFigures(small, rounds(system, "grown"));
        notes.add(String.format(
                Locale.ROOT, "Load average before the rounds %.1f, at the end %.1f.", loadBefore, Machine.load()));
        String title = String.format(
                Locale.ROOT,
                "bench growth: %s, %d requests in flight, before and after %,d deliveries under way and %,d past ones",
                options.words(),
                inFlight,
                active,
                past);
        return new Report(title, Machine.here(), List.copyOf(notes), figures.comparisons(), figures.rows());
    }

    private List<Map<Figure, Double>> rounds(MeasuredSystem system, String state) throws InterruptedException {
        Duration length = options.length().multipliedBy(options.rounds()).plus(warmUp.limit());
        List<Map<Figure, Double>> rounds = new ArrayList<>();
        try (LoadedSystem loaded = LoadedSystem.scheduling(system, inFlight, length)) {
            WarmUp untilSteady = new WarmUp(state, Steadiness.USUAL, warmUp.limit());
            notes.add(untilSteady.run(loaded::measureRate).note());
            for (int round = 1; round <= options.rounds(); round++) {
                rounds.add(loaded.measure(options.length()));
                System.out.printf(Locale.ROOT, "%s, round %d: %.1f deliveries/s%n", state, round, loaded.rate());
            }
        }
        return rounds;
    }
}
