package io.dronedelivery.bench;

import io.dronedelivery.bench.load.LoadedSystem;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Steadiness;
import io.dronedelivery.bench.measurement.WarmUp;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.bench.run.WarmUpOption;
import io.dronedelivery.simulator.FleetPlan;
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
        description =
                "Measure how many deliveries a second are scheduled, and what one costs, beside the same six steps as"
                        + " bare handlers.",
        footer = {
            "Each order is ready only in an hour, so that a drone is reserved and none flies. The load is closed: an order"
                    + " follows when one is scheduled. Any order that is not carried out by a drone voids the result.",
            "With --flights, the simulated fleet flies every delivery to its end, with clocks that run twenty times as fast,"
                    + " and an order follows when one is completed."
        },
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Workflow implements Callable<Integer> {
    private static final int IN_FLIGHT_MAX = 1_000;
    private static final int FLEETS_MAX = 20;
    private static final double FLOWN_AT = 20;
    private static final double DRONES_BUSY = 0.75; // the others charge, or are too far away

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Option(names = "--in-flight", paramLabel = "N", description = "how many deliveries are under way, 1 to 1000")
    private int inFlight = 64;

    @Mixin
    private WarmUpOption warmUp = new WarmUpOption(300);

    @Option(
            names = "--flights",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "1",
            description = "fly every delivery, with N times the usual fleet of 60 drones, 1 to 20; 0 for no flights."
                    + " Three deliveries are under way for four drones")
    private int fleets;

    private final List<String> notes = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        options.requireWithin("--in-flight", inFlight, 1, IN_FLIGHT_MAX);
        warmUp.validate(options);
        options.requireWithin("--flights", fleets, 0, FLEETS_MAX);
        notes.clear(); // this command may run several times
        return run.measure(fleets == 0 ? this::schedule : this::fly, options);
    }

    private Report schedule(MeasuredSystem system) throws InterruptedException {
        system.start();
        double loadBefore = Machine.load();
        List<Map<Figure, Double>> rounds = new ArrayList<>();
        Duration length = options.length().multipliedBy(options.rounds()).plus(warmUp.limit());
        List<Comparison> comparisons;
        try (LoadedSystem loaded = LoadedSystem.scheduling(system, inFlight, length);
                BareRounds bare = new BareRounds(system, inFlight)) {
            warmUp(loaded);
            loaded.pause();
            notes.add(bare.warmUp());
            for (int round = 1; round <= options.rounds(); round++) {
                loaded.resume();
                rounds.add(measure(loaded, round));
                loaded.pause();
                bare.measure(options.length());
            }
            comparisons = new WorkflowComparisons(loaded, rounds).beside(bare);
        }
        noteLoad(loadBefore);
        String title = "bench workflow: %s, %d deliveries in flight".formatted(options.words(), inFlight);
        return new Report(title, Machine.here(), List.copyOf(notes), comparisons, Report.rows(rounds));
    }

    private Report fly(MeasuredSystem system) throws InterruptedException {
        System.setProperty(FleetPlan.FACTOR_PROPERTY, String.valueOf(fleets));
        try {
            system.start(FLOWN_AT);
            double loadBefore = Machine.load();
            int underWay = (int) (DRONES_BUSY * FleetPlan.load().drones().size());
            List<Map<Figure, Double>> rounds = new ArrayList<>();
            List<Comparison> comparisons;
            try (LoadedSystem loaded = LoadedSystem.flying(system, underWay)) {
                warmUp(loaded);
                for (int round = 1; round <= options.rounds(); round++) {
                    rounds.add(measure(loaded, round));
                }
                comparisons = new WorkflowComparisons(loaded, rounds).flown();
            }
            noteLoad(loadBefore);
            String title = "bench workflow: %s, all flights flown by %d drones, clocks %.0f times as fast"
                    .formatted(options.words(), FleetPlan.load().drones().size(), FLOWN_AT);
            return new Report(title, Machine.here(), List.copyOf(notes), comparisons, Report.rows(rounds));
        } finally {
            System.clearProperty(FleetPlan.FACTOR_PROPERTY);
        }
    }

    private Map<Figure, Double> measure(LoadedSystem loaded, int round) throws InterruptedException {
        Map<Figure, Double> figures = loaded.measure(options.length());
        System.out.printf(Locale.ROOT, "round %d: %.1f deliveries/s%n", round, loaded.rate());
        return figures;
    }

    private void warmUp(LoadedSystem loaded) throws InterruptedException {
        WarmUp untilSteady = new WarmUp("workflow", Steadiness.USUAL, warmUp.limit());
        notes.add(untilSteady.run(loaded::measureRate).note());
    }

    private void noteLoad(double before) {
        notes.add(String.format(
                Locale.ROOT, "Load average before the load %.1f, at the end %.1f.", before, Machine.load()));
    }
}
