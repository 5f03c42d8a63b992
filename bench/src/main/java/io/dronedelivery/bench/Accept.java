package io.dronedelivery.bench;

import static java.util.function.Predicate.not;

import io.dronedelivery.bench.http.LoadGenerator;
import io.dronedelivery.bench.http.LoadRound;
import io.dronedelivery.bench.http.RequestBytes;
import io.dronedelivery.bench.load.OrderRequests;
import io.dronedelivery.bench.load.PacedLoad;
import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.bench.measurement.Steadiness;
import io.dronedelivery.bench.measurement.WarmUp;
import io.dronedelivery.bench.reference.EmptyServer;
import io.dronedelivery.bench.reference.ReferenceProcess;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Latency;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RequestRounds;
import io.dronedelivery.bench.run.RequestRounds.Subject;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.bench.run.WarmUpOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench accept</code>. */
@Command(
        name = "accept",
        description = "Measure how many orders a second are accepted, and how long that takes, beside an empty POST.",
        footer =
                "The load is open: each order is due at its own moment, and its latency counts from then. Alone, only the"
                        + " gateway, ingestion and Kafka run. With --while, orders come at that rate and are carried out, too.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Accept implements Callable<Integer> {
    private static final Set<String> ACCEPTING = Set.of("postgresql", "kafka", "ingestion", "gateway");
    private static final Figure CARRIED_OUT = new Figure("deliveries carried out", "per s");
    private static final int CONNECTIONS = 64;
    private static final int BODY_BYTES = 300; // about as long as an order
    private static final int WHILE_MAX = 10_000;
    private static final double SHARE_OF_EMPTY = 0.4;
    private static final double P99_MILLIS = 50;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Option(
            names = "--while",
            paramLabel = "N",
            description = "carry out so many deliveries a second meanwhile, up to 10000; 0 for none")
    private int meanwhile;

    @Mixin
    private WarmUpOption warmUp = new WarmUpOption(120);

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        options.requireWithin("--while", meanwhile, 0, WHILE_MAX);
        warmUp.validate(options);
        return run.measure(meanwhile == 0 ? this::alone : this::whileCarryingOut, options);
    }

    private Report alone(MeasuredSystem system) throws InterruptedException {
        system.start();
        try (ReferenceProcess _ = EmptyServer.start(system.logs())) {
            system.stop(system.processes().keySet().stream()
                    .filter(not(ACCEPTING::contains))
                    .toList());
            Subject accept = new Subject(
                    "accept, alone", OrderRequests.load(system, CONNECTIONS), Target.ratioAtLeast(SHARE_OF_EMPTY));
            return new RequestRounds(system, options, warmUp.limit()).measure(List.of(accept), emptyPost());
        }
    }

    private static Subject emptyPost() {
        byte[] post = RequestBytes.post(EmptyServer.url(), Map.of(), new byte[BODY_BYTES]);
        return new Subject("empty POST", new LoadGenerator(EmptyServer.url().getPort(), () -> post, CONNECTIONS));
    }

    private Report whileCarryingOut(MeasuredSystem system) throws InterruptedException {
        system.start();
        Duration length = options.length().multipliedBy(options.rounds()).plus(warmUp.limit());
        List<Map<Figure, Double>> rounds = new ArrayList<>();
        List<Latency> latencies = new ArrayList<>();
        String warm;
        try (PacedLoad load = new PacedLoad(system, meanwhile, length)) {
            warm = new WarmUp("orders carried out", Steadiness.USUAL, warmUp.limit())
                    .run(window -> load.order(window).carriedOut())
                    .note();
            for (int round = 1; round <= options.rounds(); round++) {
                Reading before = Reading.of(system);
                PacedLoad.Round measured = load.measure(options.length());
                Consumption used = Reading.of(system).since(before);
                Map<Figure, Double> figures = new LinkedHashMap<>(Map.of(CARRIED_OUT, measured.carriedOut()));
                figures.putAll(used.busyCores());
                figures.putAll(used.per("delivery", measured.requests().requests()));
                rounds.add(figures);
                latencies.add(LoadRound.percentiles(measured.requests().latency()));
                System.out.printf(Locale.ROOT, "round %d: %.1f deliveries/s%n", round, measured.carriedOut());
            }
        }
        Comparison accept = Comparison.of(
                        "accept, while deliveries are carried out", "per s", Rounds.median(rounds, CARRIED_OUT))
                .taking(Rounds.median(latencies))
                .toReach(Target.p99AtMost(P99_MILLIS));
        String title =
                "bench accept: %s, while %d deliveries a second are ordered".formatted(options.words(), meanwhile);
        return new Report(title, Machine.here(), List.of(warm), List.of(accept), Report.rows(rounds));
    }
}
