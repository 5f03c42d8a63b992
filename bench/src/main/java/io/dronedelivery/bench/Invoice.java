package io.dronedelivery.bench;

import io.dronedelivery.bench.load.Outcome;
import io.dronedelivery.bench.load.ReadRequests;
import io.dronedelivery.bench.load.StoredDeliveries;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RequestRounds;
import io.dronedelivery.bench.run.RequestRounds.Subject;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.bench.run.WarmUpOption;
import io.dronedelivery.local.project.Endpoints;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench invoice</code>. */
@Command(
        name = "invoice",
        description = "Measure how many invoices of 30 deliveries a second are made, through the gateway.",
        footer = "The 30 deliveries are flown before, with clocks that run twenty times as fast.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Invoice implements Callable<Integer> {
    private static final String ACCOUNT = "bench-1";
    private static final int DELIVERIES = 30;
    private static final double FLOWN_AT = 20;
    private static final int CONNECTIONS = 16;
    private static final double PER_SECOND = 600;
    private static final double P99_MILLIS = 50;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Mixin
    private WarmUpOption warmUp = new WarmUpOption(120);

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        warmUp.validate(options);
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        system.start(FLOWN_AT);
        System.out.println("flying " + DELIVERIES + " deliveries");
        Instant completed = new StoredDeliveries(system, Duration.ZERO)
                .order(DELIVERIES, ACCOUNT, Outcome.COMPLETED).values().stream()
                        .map(event -> event.header().at())
                        .max(Instant::compareTo)
                        .orElseThrow();
        system.stop();
        system.start();
        URI invoice =
                Endpoints.gateway().resolve("/api/v2/invoices/" + YearMonth.from(completed.atZone(ZoneOffset.UTC)));
        RequestRounds rounds = new RequestRounds(system, options, warmUp.limit());
        Subject reading = new Subject(
                "invoice of 30 deliveries, through the gateway",
                ReadRequests.load(system, ACCOUNT, List.of(invoice), CONNECTIONS),
                Target.atLeast(PER_SECOND),
                Target.p99AtMost(P99_MILLIS));
        List<Comparison> comparisons = rounds.measure(List.of(reading), null);
        return new Report(
                "bench invoice: " + options.words(), Machine.here(), rounds.notes(), comparisons, rounds.rows());
    }
}
