package io.dronedelivery.local.bench.measurement;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the system has used so far.
 *
 * @param nanos when it was read
 * @param cpu by process
 * @param own of this process, which makes the load
 * @param machine of all programs on this machine, where it is told
 */
public record Reading(
        long nanos, Map<String, ProcessCpu> cpu, Duration own, Optional<Duration> machine, PostgresCounters postgres) {

    /** What one process has used; another pid is another process. */
    record ProcessCpu(long pid, Duration time) {}

    public static Reading of(MeasuredSystem system) {
        Map<String, ProcessCpu> cpu = new LinkedHashMap<>();
        system.processes()
                .forEach((name, process) -> cpu.put(name, new ProcessCpu(process.pid(), CpuTime.of(process))));
        return new Reading(
                System.nanoTime(), cpu, CpuTime.ofThisProcess(), CpuTime.ofMachine(), PostgresCounters.read());
    }

    /** What was used after that. */
    public Consumption since(Reading earlier) {
        Map<String, Duration> used = new LinkedHashMap<>();
        cpu.forEach((name, now) -> used.put(name, used(name, earlier.cpu.get(name), now)));
        Duration ownUsed = own.minus(earlier.own);
        Optional<Duration> machineUsed = machine.flatMap(now -> earlier.machine.map(now::minus));
        return new Consumption(
                Duration.ofNanos(nanos - earlier.nanos), used, ownUsed, machineUsed, postgres.since(earlier.postgres));
    }

    private static Duration used(String name, @Nullable ProcessCpu before, ProcessCpu now) {
        if (before == null || before.pid() != now.pid()) {
            throw new InvalidMeasurement(name + " was started again meanwhile");
        }
        return now.time().minus(before.time());
    }
}
