package io.dronedelivery.bench;

import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.ResultOptions;
import io.dronedelivery.bench.telemetry.TelemetryFigures;
import io.dronedelivery.bench.telemetry.TelemetryRounds;
import io.dronedelivery.local.project.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench telemetry</code>. */
@Command(
        name = "telemetry",
        description = "Measure how many drone positions a second become statuses of deliveries.",
        footer =
                "Only the service delivery runs, with PostgreSQL and Kafka. In each round every active drone reports some"
                        + " positions, of which one changes its delivery's status. The service and three references work this"
                        + " backlog off, one after the other. The result is void unless all of them tell the same statuses.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Telemetry implements Callable<Integer> {
    private static final int ACTIVE_MIN = 400;
    private static final int ACTIVE_MAX = 200_000;
    private static final int POSITIONS_MIN = 5;
    private static final int POSITIONS_MAX = 60;
    private static final int WARM_UP_MAX = 20;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private ResultOptions options = new ResultOptions();

    @Option(names = "--active", paramLabel = "N", description = "how many deliveries are under way, 400 to 200000")
    private int active = 20_000;

    @Option(
            names = "--positions",
            paramLabel = "N",
            description = "how many positions a drone reports for each that changes its delivery's status, 5 to 60")
    private int positions = 20;

    @Option(names = "--warm-up", paramLabel = "N", description = "how many rounds come before those measured, 1 to 20")
    private int warmUp = 1;

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        options.requireWithin("--active", active, ACTIVE_MIN, ACTIVE_MAX);
        options.requireWithin("--positions", positions, POSITIONS_MIN, POSITIONS_MAX);
        options.requireWithin("--warm-up", warmUp, 1, WARM_UP_MAX);
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        system.startOnly(Service.DELIVERY);
        double loadBefore = Machine.load();
        List<Map<Figure, Double>> measured = new ArrayList<>();
        try (TelemetryRounds rounds = new TelemetryRounds(system, active, positions)) {
            for (int round = 1 - warmUp; round <= options.rounds(); round++) {
                Map<Figure, Double> figures = rounds.round();
                System.out.println((round < 1 ? "warm-up: " : "round " + round + ": ") + rates(figures));
                if (round >= 1) {
                    measured.add(figures);
                }
            }
        }
        String title = String.format(
                Locale.ROOT,
                "bench telemetry: %s of %,d positions, %,d deliveries under way, one position in %d changes a status",
                options.words(),
                active * positions,
                active,
                positions);
        String load = String.format(
                Locale.ROOT, "Load average before the rounds %.1f, at the end %.1f.", loadBefore, Machine.load());
        return new Report(
                title, Machine.here(), List.of(load), TelemetryFigures.comparisons(measured), Report.rows(measured));
    }

    private static String rates(Map<Figure, Double> figures) {
        List<String> rates = new ArrayList<>();
        figures.forEach((figure, value) -> {
            if (figure.unit().equals(TelemetryFigures.PER_SECOND)) {
                rates.add(String.format(Locale.ROOT, "%s %,.0f/s", figure.name(), value));
            }
        });
        return String.join(", ", rates);
    }
}
