package io.dronedelivery.bench.measurement;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reading of what the system has used so far.
 *
 * @param nanos the time of the reading, by {@link System#nanoTime}
 * @param cpu the CPU time of each process
 * @param own the CPU time of this process, which makes the load
 * @param machine the CPU time of all programs on this machine, if it is known
 * @param postgres the counters of PostgreSQL
 * @param traffic what was sent between processes
 */
public record Reading(
        long nanos,
        Map<String, ProcessCpu> cpu,
        Duration own,
        Optional<Duration> machine,
        PostgresCounters postgres,
        Traffic traffic) {

    /** The CPU time of one process. After a restart the process has another id. */
    record ProcessCpu(long pid, Duration time) {}

    /** Reads all of it now. */
    public static Reading of(MeasuredSystem system) throws InterruptedException {
        return of(system.processes());
    }

    /** Reads all of it now, of these processes instead of the system's. The counters are those of all that runs. */
    public static Reading of(Map<String, ProcessHandle> processes) throws InterruptedException {
        return of(processes, Traffic.read());
    }

    /** The same without what is sent between processes: asks none of them, so that they may stand still. */
    public static Reading withoutTraffic(Map<String, ProcessHandle> processes) {
        return of(processes, new Traffic(Map.of(), Map.of()));
    }

    private static Reading of(Map<String, ProcessHandle> processes, Traffic traffic) {
        Map<String, ProcessCpu> cpu = new LinkedHashMap<>();
        processes.forEach((name, process) -> cpu.put(name, new ProcessCpu(process.pid(), CpuTime.of(process))));
        return new Reading(
                System.nanoTime(), cpu, CpuTime.ofThisProcess(), CpuTime.ofMachine(), PostgresCounters.read(), traffic);
    }

    /** The consumption after the earlier reading. */
    public Consumption since(Reading earlier) {
        Map<String, Duration> used = new LinkedHashMap<>();
        cpu.forEach((name, now) -> used.put(name, used(name, earlier.cpu.get(name), now)));
        Duration ownUsed = own.minus(earlier.own);
        Optional<Duration> machineUsed = machine.flatMap(now -> earlier.machine.map(now::minus));
        return new Consumption(
                Duration.ofNanos(nanos - earlier.nanos),
                used,
                ownUsed,
                machineUsed,
                postgres.since(earlier.postgres),
                traffic.since(earlier.traffic));
    }

    private static Duration used(String name, @Nullable ProcessCpu before, ProcessCpu now) {
        if (before == null || before.pid() != now.pid()) {
            throw new InvalidMeasurement(name + " was started again meanwhile");
        }
        return now.time().minus(before.time());
    }
}
