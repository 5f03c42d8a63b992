package io.dronedelivery.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of a process and of its child processes. */
public final class ResidentMemory {
    private static final long KIB_PER_MIB = 1024;

    private ResidentMemory() {}

    /** The resident memory in MiB; 0 if it cannot be read. */
    public static long mib(ProcessHandle process) {
        long kib = process.children().findAny().isEmpty()
                ? residentKib(process)
                : Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(ResidentMemory::proportionalKib)
                        .sum();
        return kib / KIB_PER_MIB;
    }

    private static long residentKib(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
            String kib = new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
            return kib.isEmpty() ? 0 : Long.parseLong(kib);
        } catch (IOException noPs) {
            return 0;
        }
    }

    /** Memory that parent and children share, such as PostgreSQL's buffers, is counted once where Linux tells it. */
    private static long proportionalKib(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException unknown) {
            return residentKib(process);
        }
    }
}
