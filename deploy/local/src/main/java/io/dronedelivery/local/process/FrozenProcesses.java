package io.dronedelivery.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.local.project.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Processes that stand still (SIGSTOP) until this is closed. A shell beside this process lets them go on (SIGCONT) as soon
 * as its input ends: it does even if this process is killed.
 */
public final class FrozenProcesses implements AutoCloseable {
    private static final String GUARD = """
            trap '' INT TERM HUP
            frozen=
            while read -r pid; do
              kill -STOP "$pid" 2>/dev/null && frozen="$pid $frozen"
              echo "$pid"
            done
            [ -z "$frozen" ] || kill -CONT $frozen 2>/dev/null
            """;

    /** A thread that writes to a busy disk stops only when that is done. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(5);
    /** Stopped, stopped by a tracer, ended: the states of a thread that runs no more (proc(5)). */
    private static final String STANDING = "TtZX";

    private final Process guard;
    private final Writer pids;
    private final BufferedReader answers;
    private final Set<Long> frozen = new HashSet<>();

    private FrozenProcesses(Process guard) {
        this.guard = guard;
        this.pids = guard.outputWriter(UTF_8);
        this.answers = guard.inputReader(UTF_8);
    }

    /**
     * Freezes these processes, in this order, and all that they have started.
     *
     * @throws UserError if one of them does not stop
     */
    public static FrozenProcesses freeze(List<ProcessHandle> processes) {
        try {
            FrozenProcesses freezing = new FrozenProcesses(new ProcessBuilder("sh", "-c", GUARD).start());
            freezing.freezeAll(processes);
            return freezing;
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot freeze the processes", impossible);
        }
    }

    private void freezeAll(List<ProcessHandle> processes) throws IOException {
        try {
            for (ProcessHandle process : processes) {
                freeze(process);
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** The parent first: once it stands still, it starts no other child. */
    private void freeze(ProcessHandle process) throws IOException {
        if (frozen.add(process.pid())) {
            pids.write(process.pid() + "\n");
            pids.flush();
            answers.readLine();
            awaitStandstill(process);
            for (ProcessHandle child : process.children().toList()) {
                freeze(child);
            }
        }
    }

    private static void awaitStandstill(ProcessHandle process) throws IOException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > deadline) {
                throw new UserError("process " + process.pid() + " does not stand still");
            }
            pause();
        }
    }

    /** Whether a thread of the process still runs. Where there is no such folder, the signal is taken to have arrived. */
    private static boolean runs(ProcessHandle process) throws IOException {
        Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
        if (!Files.isDirectory(threads)) {
            return false;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.map(thread -> state(thread.resolve("stat"))).anyMatch(state -> STANDING.indexOf(state) < 0);
        }
    }

    /** The state is the letter behind the name, which is in brackets and may hold brackets itself. */
    private static char state(Path stat) {
        try {
            String fields = Files.readString(stat);
            return fields.charAt(fields.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return 'X';
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted");
        }
    }

    /** Lets all of them go on. */
    @Override
    public void close() throws IOException {
        pids.close();
        guard.onExit().join();
    }
}
