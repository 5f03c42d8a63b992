package io.dronedelivery.local.process;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.process.SystemStatus.Phase;
import io.dronedelivery.local.project.AtomicFile;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the status of all processes to a file, and a line for each change to a log. */
public final class StatusWriter {
    private final Path file;
    private final PrintStream log;
    private final Map<String, ProcessStatus> processes = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;
    private @Nullable String failure;

    /** A writer whose log is the standard output. */
    public StatusWriter(Path file, List<ManagedProcess> all) {
        this(file, all, System.out);
    }

    /** A writer that writes all processes as stopped, and then each change. */
    public StatusWriter(Path file, List<ManagedProcess> all, PrintStream log) {
        this.file = file;
        this.log = log;
        all.forEach(process -> processes.put(process.name(), ProcessStatus.of(process)));
        write();
    }

    synchronized void change(ManagedProcess process, UnaryOperator<ProcessStatus> change) {
        ProcessStatus changed = change.apply(processes.getOrDefault(process.name(), ProcessStatus.of(process)));
        processes.put(process.name(), changed);
        say(changed.name() + " state=" + changed.state() + " pid=" + changed.pid() + " restarts=" + changed.restarts()
                + (changed.state() == ProcessStatus.State.WAITING ? " failure=" + changed.failure() : ""));
        writeIfPossible();
    }

    /** The names of the processes that are not ready. */
    public synchronized List<String> notReady() {
        return processes.values().stream()
                .filter(process -> process.state() != ProcessStatus.State.READY)
                .map(ProcessStatus::name)
                .toList();
    }

    /** Writes how far the system has come. */
    public synchronized void phase(Phase next) {
        phase = next;
        say("system phase=" + phase);
        writeIfPossible();
    }

    /** Writes why the system did not start. */
    public synchronized void failed(String why) {
        failure = why;
        say("system failure=" + why);
        writeIfPossible();
    }

    /** A full disk must not end the monitor of a process. The next change is written again. */
    private void writeIfPossible() {
        try {
            write();
        } catch (UncheckedIOException unwritable) {
            say("status unwritten=" + unwritable.getCause());
        }
    }

    private void write() {
        ProcessHandle runtime = ProcessHandle.current();
        SystemStatus status = new SystemStatus(
                runtime.pid(),
                phase,
                runtime.info().startInstant().orElse(null),
                failure,
                List.copyOf(processes.values()));
        AtomicFile.write(file, Json.bytes(status));
    }

    private void say(String fact) {
        log.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + fact);
    }
}
