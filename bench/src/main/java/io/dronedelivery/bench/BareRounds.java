package io.dronedelivery.bench;

import io.dronedelivery.bench.load.BareLoad;
import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.bench.measurement.Steadiness;
import io.dronedelivery.bench.measurement.WarmUp;
import io.dronedelivery.bench.reference.BareWorkflow;
import io.dronedelivery.bench.reference.ReferenceProcess;
import io.dronedelivery.bench.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Rounds of the bare workflow, over the PostgreSQL and Kafka of a measured system. */
final class BareRounds implements AutoCloseable {
    private static final Figure RATE = new Figure("deliveries", "per s");
    private static final Figure CPU = new Figure("CPU", "ms per delivery");
    private static final Figure COMMITS = new Figure("commits", "per delivery");
    private static final Steadiness STEADY = new Steadiness(Duration.ofSeconds(5), 4, 0.1);
    private static final Duration WARM_UP_MAX = Duration.ofMinutes(1);

    private final Map<String, ProcessHandle> processes;
    private final ReferenceProcess process;
    private final BareLoad load;
    private final List<Map<Figure, Double>> rounds = new ArrayList<>();

    BareRounds(MeasuredSystem system, int inFlight) throws InterruptedException {
        this.process = BareWorkflow.start(system.logs());
        this.load = new BareLoad(inFlight);
        this.processes = new LinkedHashMap<>(process.process());
        system.processes().forEach((name, handle) -> {
            if (name.equals("postgresql") || name.equals("kafka")) {
                processes.put(name, handle);
            }
        });
    }

    /** Sends requests until their rate is steady, for a minute at most. Returns how that went, in words. */
    String warmUp() throws InterruptedException {
        return new WarmUp("bare workflow", STEADY, WARM_UP_MAX).run(this::rate).note();
    }

    private double rate(Duration length) throws InterruptedException {
        return load.send(length).getTotalCount() / (double) length.toSeconds();
    }

    void measure(Duration length) throws InterruptedException {
        Reading before = Reading.of(processes);
        Histogram latency = load.send(length);
        Consumption used = Reading.of(processes).since(before);
        long deliveries = latency.getTotalCount();
        if (deliveries == 0) {
            throw new InvalidMeasurement("the bare workflow carried out nothing");
        }
        double rate = deliveries / (double) length.toSeconds();
        rounds.add(Map.of(RATE, rate, CPU, used.cpuMillisPer(deliveries), COMMITS, used.commitsPer(deliveries)));
        System.out.printf(Locale.ROOT, "bare workflow: %.1f deliveries/s%n", rate);
    }

    double rate() {
        return Rounds.median(rounds, RATE);
    }

    double cpuMillis() {
        return Rounds.median(rounds, CPU);
    }

    double commits() {
        return Rounds.median(rounds, COMMITS);
    }

    @Override
    public void close() {
        load.close();
        process.close();
    }
}
