package io.dronedelivery.bench.measurement;

import io.dronedelivery.bench.report.Figure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the system has used within a time. The simulator and this process, which makes the load, have figures of their
 * own but are not part of the sum.
 *
 * @param time the length of that time
 * @param cpu the CPU time of each process
 * @param own the CPU time of this process
 * @param machine the CPU time of all programs on this machine, if it is known
 * @param postgres what PostgreSQL counted in that time
 * @param traffic what was sent between processes in that time
 */
public record Consumption(
        Duration time,
        Map<String, Duration> cpu,
        Duration own,
        Optional<Duration> machine,
        PostgresCounters postgres,
        Traffic traffic) {
    private static final String SIMULATOR = "simulator";
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double GENERATOR_SHARE_MAX = 1.0 / 3;

    /** The length of the time in seconds. */
    public double seconds() {
        return seconds(time);
    }

    /** The consumption per delivery. */
    public Map<Figure, Double> perDelivery(int deliveries) {
        return per("delivery", deliveries);
    }

    /**
     * The consumption per operation.
     *
     * @param operation what one is called: a delivery, a request
     * @param count how many there were, at least one
     */
    public Map<Figure, Double> per(String operation, long count) {
        return figures("ms per " + operation, MILLIS_PER_SECOND / count, "per " + operation, 1.0 / count);
    }

    /**
     * Refuses the measurement if this process, which makes the load, has used more than a third of the machine: it then took
     * what the system could have used.
     *
     * @throws InvalidMeasurement if so
     */
    public void requireSmallGenerator(int cores) {
        double share = seconds(own) / seconds() / cores;
        if (share > GENERATOR_SHARE_MAX) {
            throw new InvalidMeasurement(String.format(
                    Locale.ROOT, "the load generator was the bottleneck: it used %.0f %% of the machine", share * 100));
        }
    }

    /** CPU time of the system in milliseconds per operation; the simulator and the load generator do not count. */
    public double cpuMillisPer(long operations) {
        return counted() * MILLIS_PER_SECOND / operations;
    }

    /** CPU time of one process in milliseconds per operation. */
    public double cpuMillisPer(String process, long operations) {
        return seconds(cpu.getOrDefault(process, Duration.ZERO)) * MILLIS_PER_SECOND / operations;
    }

    /** Commits in all databases per operation. */
    public double commitsPer(long operations) {
        return commits() / operations;
    }

    /** The consumption per second. */
    public Map<Figure, Double> perSecond() {
        return figures("cores", 1 / seconds(), "per s", 1 / seconds());
    }

    /** The cores that were busy with the system, and with everything else. */
    public Map<Figure, Double> busyCores() {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(new Figure("busy with the system", "cores"), counted() / seconds());
        machine.ifPresent(all -> figures.put(
                new Figure("busy with other programs, or stolen", "cores"), (seconds(all) - known()) / seconds()));
        return figures;
    }

    private Map<Figure, Double> figures(String cpuUnit, double cpuFactor, String unit, double factor) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(new Figure("CPU, whole system", cpuUnit), counted() * cpuFactor);
        cpu.forEach((process, used) -> figures.put(
                new Figure("CPU, " + process + (process.equals(SIMULATOR) ? " (not counted)" : ""), cpuUnit),
                seconds(used) * cpuFactor));
        figures.put(new Figure("CPU, load generator (not counted)", cpuUnit), seconds(own) * cpuFactor);
        figures.put(new Figure("commits, all databases", unit), commits() * factor);
        postgres.commits()
                .forEach(
                        (database, commits) -> figures.put(new Figure("commits, " + database, unit), commits * factor));
        figures.put(new Figure("write-ahead log", "bytes " + unit), postgres.walBytes() * factor);
        put(figures, "records", "all topics", traffic.records(), unit, factor);
        put(figures, "HTTP calls answered", "all services", traffic.calls(), unit, factor);
        return figures;
    }

    private static void put(
            Map<Figure, Double> figures,
            String what,
            String all,
            Map<String, Long> counts,
            String unit,
            double factor) {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        figures.put(new Figure(what + ", " + all, unit), sum * factor);
        counts.forEach((name, count) -> figures.put(new Figure(what + ", " + name, unit), count * factor));
    }

    private double counted() {
        return cpu.entrySet().stream()
                .filter(process -> !process.getKey().equals(SIMULATOR))
                .mapToDouble(process -> seconds(process.getValue()))
                .sum();
    }

    private double known() {
        return cpu.values().stream().mapToDouble(Consumption::seconds).sum() + seconds(own);
    }

    private double commits() {
        return postgres.commits().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes that all databases have written to the write-ahead log, per operation. */
    public double walBytesPer(long operations) {
        return (double) postgres.walBytes() / operations;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
