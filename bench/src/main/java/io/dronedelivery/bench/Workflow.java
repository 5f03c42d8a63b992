package io.dronedelivery.bench;

import io.dronedelivery.bench.load.LoadedSystem;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Steadiness;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RoundOptions;
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

/** <code>dronectl bench workflow</code>. */
@Command(
        name = "workflow",
        description = "Measure how many deliveries a second are scheduled, and what one costs.",
        footer =
                "Each order is ready only in an hour, so that a drone is reserved and none flies. The load is closed: an order"
                        + " follows when one is scheduled. Any order that is not carried out by a drone voids the result.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Workflow implements Callable<Integer> {
    private static final int IN_FLIGHT_MAX = 1_000;
    private static final int WARM_UP_SECONDS_MAX = 3_600;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Option(names = "--in-flight", paramLabel = "N", description = "how many deliveries are under way, 1 to 1000")
    private int inFlight = 64;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "how long to wait at most for a steady rate, 1 to 3600")
    private int warmUpSeconds = 300;

    private final List<String> notes = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        options.requireWithin("--in-flight", inFlight, 1, IN_FLIGHT_MAX);
        options.requireWithin("--warm-up", warmUpSeconds, 1, WARM_UP_SECONDS_MAX);
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        system.start();
        double loadBefore = Machine.load();
        List<Map<Figure, Double>> rounds = new ArrayList<>();
        Duration length = options.length().multipliedBy(options.rounds()).plusSeconds(warmUpSeconds);
        try (LoadedSystem loaded = new LoadedSystem(system, inFlight, length)) {
            warmUp(loaded);
            for (int round = 1; round <= options.rounds(); round++) {
                rounds.add(loaded.measure(options.length()));
                System.out.printf(Locale.ROOT, "round %d: %.1f deliveries/s%n", round, loaded.rate());
            }
        }
        notes.add(String.format(
                Locale.ROOT, "Load average before the load %.1f, at the end %.1f.", loadBefore, Machine.load()));
        String title = "bench workflow: %s, %d deliveries in flight".formatted(options.words(), inFlight);
        return new Report(title, Machine.here(), notes, List.of(), Report.rows(rounds));
    }

    private void warmUp(LoadedSystem loaded) throws InterruptedException {
        Steadiness steadiness = Steadiness.USUAL;
        List<Double> rates = new ArrayList<>();
        long deadline = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
        while (!steadiness.reached(rates) && System.nanoTime() < deadline) {
            rates.add(loaded.measureRate(steadiness.window()));
            System.out.printf(Locale.ROOT, "warming up: %.1f deliveries/s%n", loaded.rate());
        }
        notes.add("Warm-up: %d s; %s (%s)."
                .formatted(
                        rates.size() * steadiness.window().toSeconds(),
                        steadiness.reached(rates) ? "then the rate was steady" : "THE RATE HAD NOT BECOME STEADY",
                        steadiness.words()));
    }
}
