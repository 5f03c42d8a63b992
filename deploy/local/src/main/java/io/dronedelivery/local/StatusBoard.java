package io.dronedelivery.local;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.SystemStatus.Phase;
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

/** Keeps the status file, and says every change in a log. */
final class StatusBoard {
    private final Path file;
    private final PrintStream log;
    private final Map<String, PartStatus> parts = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;
    private @Nullable String failure;

    StatusBoard(Path file, List<Part> all) {
        this(file, all, System.out);
    }

    StatusBoard(Path file, List<Part> all, PrintStream log) {
        this.file = file;
        this.log = log;
        all.forEach(part -> parts.put(part.name(), PartStatus.of(part)));
        write();
    }

    synchronized void change(Part part, UnaryOperator<PartStatus> change) {
        PartStatus changed = change.apply(parts.getOrDefault(part.name(), PartStatus.of(part)));
        parts.put(part.name(), changed);
        say(changed.name() + " state=" + changed.state() + " pid=" + changed.pid() + " restarts=" + changed.restarts()
                + (changed.state() == PartStatus.State.WAITING ? " trouble=" + changed.trouble() : ""));
        writeIfPossible();
    }

    /** The names of those that are not ready. */
    synchronized List<String> notReady() {
        return parts.values().stream()
                .filter(part -> part.state() != PartStatus.State.READY)
                .map(PartStatus::name)
                .toList();
    }

    synchronized void phase(Phase next) {
        phase = next;
        say("system phase=" + phase);
        writeIfPossible();
    }

    synchronized void failed(String why) {
        failure = why;
        say("system failure=" + why);
        writeIfPossible();
    }

    /** A full disk must not end who keeps the processes running; the next change is written again. */
    private void writeIfPossible() {
        try {
            write();
        } catch (UncheckedIOException unwritable) {
            say("status unwritten=" + unwritable.getCause());
        }
    }

    private void write() {
        SystemStatus status =
                new SystemStatus(ProcessHandle.current().pid(), phase, failure, List.copyOf(parts.values()));
        WholeFile.write(file, Json.bytes(status));
    }

    private void say(String fact) {
        log.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + fact);
    }
}
