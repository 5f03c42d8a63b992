package io.dronedelivery.bench.load;

import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.bench.report.Distribution;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Latency;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.local.process.ResidentMemory;
import io.dronedelivery.simulator.FleetPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running system under a closed load. */
public final class LoadedSystem implements AutoCloseable {
    /** A window may be faster than the one before, and the load goes on while drones are registered. */
    private static final double SURPLUS = 4;

    private static final double USUAL_RATE = 40;
    private static final Duration RAMP = Duration.ofSeconds(3);

    private final MeasuredSystem system;
    private final int inFlight;
    private final Outcome outcome;
    private final Orders orders;
    private final @Nullable ParkedDrones drones;
    private @Nullable ClosedLoad load;
    private double rate = USUAL_RATE;

    private LoadedSystem(
            MeasuredSystem system, int inFlight, Outcome outcome, Orders orders, @Nullable ParkedDrones drones) {
        this.system = system;
        this.inFlight = inFlight;
        this.outcome = outcome;
        this.orders = orders;
        this.drones = drones;
        system.register(new FleetPlan(Map.of(), Map.of(), Orders.terms()));
    }

    /**
     * Begins a load in which drones are reserved and none flies; there are more parked drones than orders.
     *
     * @param inFlight how many deliveries are under way at a time
     * @param length how long the load will last; the first drones suffice for this time at the usual rate
     */
    public static LoadedSystem scheduling(MeasuredSystem system, int inFlight, Duration length) {
        String prefix = "bench-" + UUID.randomUUID();
        FleetPlan plan = FleetPlan.load();
        ParkedDrones drones = new ParkedDrones(system, plan, prefix);
        LoadedSystem loaded = new LoadedSystem(
                system, inFlight, Outcome.SCHEDULED, new Orders(plan, prefix, Orders.NOT_SOON), drones);
        drones.increaseTo(inFlight + (int) (USUAL_RATE * length.toSeconds()));
        return loaded.begun();
    }

    /** Begins a load in which the simulated fleet flies each delivery to its end. */
    public static LoadedSystem flying(MeasuredSystem system, int inFlight) {
        Orders orders = new Orders(FleetPlan.load(), "bench-" + UUID.randomUUID(), Duration.ZERO);
        return new LoadedSystem(system, inFlight, Outcome.COMPLETED, orders, null).begun();
    }

    private LoadedSystem begun() {
        load = new ClosedLoad(orders, system.credentials(), inFlight, outcome);
        return this;
    }

    /** Stops ordering, and returns when nothing is under way. The measurements before are not touched by it. */
    public void pause() {
        if (load != null) {
            load.close();
            load = null;
        }
    }

    /** Orders again after a pause, and returns when as many deliveries as usual are under way. */
    public void resume() throws InterruptedException {
        begun();
        Thread.sleep(RAMP);
    }

    /** Measures for that time. Registers the drones that are still missing before. */
    public Map<Figure, Double> measure(Duration length) throws InterruptedException {
        begin(length);
        Reading before = Reading.of(system);
        List<Double> latencies = await(length);
        Consumption used = Reading.of(system).since(before);
        used.requireSmallGenerator(Machine.here().cores());
        if (latencies.isEmpty()) {
            throw new InvalidMeasurement("no delivery was " + outcome.words() + " within " + length.toSeconds() + " s");
        }
        rate = latencies.size() / used.seconds();
        return figures(Distribution.of(latencies), used);
    }

    /** Measures the deliveries per second over that time; there may be none yet. */
    public double measureRate(Duration length) throws InterruptedException {
        begin(length);
        long start = System.nanoTime();
        int deliveries = await(length).size();
        rate = deliveries * 1e9 / (System.nanoTime() - start);
        return rate;
    }

    /** The deliveries per second of the last measurement. */
    public double rate() {
        return rate;
    }

    private void begin(Duration length) {
        parkFor(length);
        running().takeLatencies();
    }

    private ClosedLoad running() {
        if (load == null) {
            throw new IllegalStateException("the load is paused");
        }
        return load;
    }

    private List<Double> await(Duration length) throws InterruptedException {
        Thread.sleep(length);
        return running().takeLatencies();
    }

    private void parkFor(Duration length) {
        if (drones != null) {
            drones.increaseTo(orders.count() + inFlight + (int) (SURPLUS * rate * length.toSeconds()));
        }
    }

    /** The figure of the rate. */
    public Figure rateFigure() {
        return new Figure("deliveries, request to " + outcome.words(), "per s");
    }

    /** The latency of a round that was measured, as the percentiles of the report. */
    public Latency latency(Map<Figure, Double> round) {
        String what = "request to " + outcome.words();
        return new Latency(
                round.getOrDefault(new Figure(what + ", median", "ms"), 0.0),
                round.getOrDefault(new Figure(what + ", 99 % within", "ms"), 0.0),
                round.getOrDefault(new Figure(what + ", 99.9 % within", "ms"), 0.0));
    }

    private Map<Figure, Double> figures(Distribution latencies, Consumption used) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        String what = "request to " + outcome.words();
        figures.put(rateFigure(), rate);
        figures.put(new Figure(what + ", median", "ms"), latencies.median());
        figures.put(new Figure(what + ", 99 % within", "ms"), latencies.percentile(99));
        figures.put(new Figure(what + ", 99.9 % within", "ms"), latencies.percentile(99.9));
        figures.putAll(used.busyCores());
        system.processes()
                .forEach((name, process) ->
                        figures.put(new Figure("memory, " + name, "MiB"), (double) ResidentMemory.mib(process)));
        figures.putAll(used.perDelivery(latencies.sorted().size()));
        return figures;
    }

    @Override
    public void close() {
        pause();
    }
}
