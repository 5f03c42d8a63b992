package io.dronedelivery.bench.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPU time in user and kernel mode. On Linux it is read from <code>/proc</code> (proc(5)), in ticks of 10 ms. Elsewhere
 * it is what Java tells, without child processes that have ended.
 */
final class CpuTime {
    private static final long TICKS_PER_SECOND = 100; // USER_HZ, the same on every architecture with a JDK
    private static final Path PROC = Path.of("/proc");

    // Places in /proc/PID/stat after the name, which is in parentheses and may hold anything: fields 14 to 17 of
    // proc(5).
    private static final int USER = 11;
    private static final int KERNEL_OF_ENDED_CHILDREN = 14;

    // Places in the first line of /proc/stat: user nice system idle iowait irq softirq steal.
    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISK = 5;
    private static final int STOLEN = 8;

    private CpuTime() {}

    /** The CPU time of a process and its child processes, ended ones included. */
    static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(CpuTime::ofOne)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The CPU time of this process alone. */
    static Duration ofThisProcess() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration ofOne(ProcessHandle process) {
        Path stat = PROC.resolve(String.valueOf(process.pid())).resolve("stat");
        try {
            return Files.exists(PROC.resolve("stat"))
                    ? parseProcess(Files.readString(stat))
                    : process.info().totalCpuDuration().orElse(Duration.ZERO);
        } catch (IOException endedMeanwhile) {
            return Duration.ZERO;
        }
    }

    /** The CPU time of all programs, and what other guests of the same host took. Empty if it is not known. */
    static Optional<Duration> ofMachine() {
        try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
            return lines.findFirst().map(CpuTime::parseMachine);
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    /** Parses the content of <code>/proc/PID/stat</code>. */
    static Duration parseProcess(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return ticks(Arrays.stream(fields, USER, KERNEL_OF_ENDED_CHILDREN + 1));
    }

    /** Parses the first line of <code>/proc/stat</code>. */
    static Duration parseMachine(String line) {
        String[] fields = line.split(" +");
        return ticks(
                Stream.concat(Arrays.stream(fields, 1, IDLE), Arrays.stream(fields, WAITING_FOR_DISK + 1, STOLEN + 1)));
    }

    private static Duration ticks(Stream<String> fields) {
        long ticks = fields.mapToLong(Long::parseLong).sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }
}
