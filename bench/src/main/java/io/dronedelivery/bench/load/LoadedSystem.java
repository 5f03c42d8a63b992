package io.dronedelivery.bench.load;

import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.bench.report.Distribution;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.local.process.ResidentMemory;
import io.dronedelivery.simulator.FleetPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A running system under load, with more parked drones than orders. */
public final class LoadedSystem implements AutoCloseable {
    private static final double SURPLUS = 2; // a window may be faster than the one before
    private static final double USUAL_RATE = 40;

    private final MeasuredSystem system;
    private final int inFlight;
    private final Orders orders;
    private final ParkedDrones drones;
    private final ClosedLoad load;
    private double rate = USUAL_RATE;

    /**
     * Begins the load.
     *
     * @param inFlight how many deliveries are under way at a time
     * @param length how long the load will last; the first drones suffice for this time at the usual rate
     */
    public LoadedSystem(MeasuredSystem system, int inFlight, Duration length) {
        String prefix = "bench-" + UUID.randomUUID();
        FleetPlan plan = FleetPlan.load();
        this.system = system;
        this.inFlight = inFlight;
        this.orders = new Orders(plan, prefix);
        this.drones = new ParkedDrones(system, plan, prefix);
        system.register(new FleetPlan(Map.of(), Map.of(), Orders.terms()));
        drones.increaseTo(inFlight + (int) (USUAL_RATE * length.toSeconds()));
        this.load = new ClosedLoad(orders, system.credentials(), inFlight);
    }

    /** Measures for that time. Registers the drones that are still missing before. */
    public Map<Figure, Double> measure(Duration length) throws InterruptedException {
        begin(length);
        Reading before = Reading.of(system);
        List<Double> latencies = await(length);
        Consumption used = Reading.of(system).since(before);
        if (latencies.isEmpty()) {
            throw new InvalidMeasurement("no delivery was scheduled within " + length.toSeconds() + " s");
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
        load.takeLatencies();
    }

    private List<Double> await(Duration length) throws InterruptedException {
        Thread.sleep(length);
        return load.takeLatencies();
    }

    private void parkFor(Duration length) {
        drones.increaseTo(orders.count() + inFlight + (int) (SURPLUS * rate * length.toSeconds()));
    }

    private Map<Figure, Double> figures(Distribution latencies, Consumption used) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(new Figure("deliveries, request to SCHEDULED", "per s"), rate);
        figures.put(new Figure("request to SCHEDULED, median", "ms"), latencies.median());
        figures.put(new Figure("request to SCHEDULED, 99 % within", "ms"), latencies.percentile(99));
        figures.putAll(used.busyCores());
        system.processes()
                .forEach((name, process) ->
                        figures.put(new Figure("memory, " + name, "MiB"), (double) ResidentMemory.mib(process)));
        figures.putAll(used.perDelivery(latencies.sorted().size()));
        return figures;
    }

    @Override
    public void close() {
        load.close();
    }
}
