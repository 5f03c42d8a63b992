package io.dronedelivery.bench;

import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RoundOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench idle</code>. */
@Command(
        name = "idle",
        description = "Measure what the system uses when nothing happens.",
        footer = "The usual fleet stands at its bases: every drone reports every ten seconds.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Idle implements Callable<Integer> {
    private static final double CORES = 0.05;
    private static final int SETTLE_SECONDS_MAX = 3_600;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Option(names = "--settle", paramLabel = "SECONDS", description = "how long to wait after the start, 0 to 3600")
    private int settleSeconds = 60;

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        options.requireWithin("--settle", settleSeconds, 0, SETTLE_SECONDS_MAX);
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        system.start();
        System.out.println("all ready; settling for " + settleSeconds + " s");
        Thread.sleep(Duration.ofSeconds(settleSeconds));
        double loadBefore = Machine.load();
        List<Map<Figure, Double>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            Reading before = Reading.of(system);
            Thread.sleep(options.length());
            Consumption used = Reading.of(system).since(before);
            Map<Figure, Double> figures = new LinkedHashMap<>(used.perSecond());
            figures.putAll(used.busyCores());
            rounds.add(figures);
            System.out.println("round " + round + " is over");
        }
        String title = "bench idle: %s, after %d s of settling".formatted(options.words(), settleSeconds);
        String load = String.format(
                Locale.ROOT, "Load average before the rounds %.1f, at the end %.1f.", loadBefore, Machine.load());
        return new Report(title, Machine.here(), List.of(load), List.of(rest(rounds)), Report.rows(rounds));
    }

    private static Comparison rest(List<Map<Figure, Double>> rounds) {
        Figure figure = new Figure("CPU, whole system", "cores");
        return Comparison.of("idle", figure.unit(), Rounds.median(rounds, figure))
                .toReach(Target.atMost(CORES));
    }
}
