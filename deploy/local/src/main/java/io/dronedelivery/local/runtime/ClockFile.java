package io.dronedelivery.local.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the clock, so that scaled time does not go back from one run to the next. */
public final class ClockFile {

    /** The clock of the last run. Its stop is absent while the system runs, and after it was killed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(ClockAnchor anchor, @Nullable Instant stopped) {}

    private final Path file;

    /** The clock that is stored in this file, if any. */
    public ClockFile(Path file) {
        this.file = file;
    }

    /** The clock of the running system; the real clock if no system has ever run. */
    ClockAnchor current() {
        Instant now = now();
        return read().map(Entry::anchor).orElse(new ClockAnchor(now, now, 1));
    }

    /**
     * Starts the clock where the last run stopped it.
     *
     * @param scale how many seconds pass in the system per real second
     */
    public ClockAnchor start(double scale) {
        Instant now = now();
        ClockAnchor anchor = read().map(
                        last -> last.anchor().continued(now, last.stopped() == null ? now : last.stopped(), scale))
                .orElse(new ClockAnchor(now, now, scale));
        write(new Entry(anchor, null));
        return anchor;
    }

    /** Stops the clock: no process reads it any more. */
    public void stop() {
        stop(now());
    }

    /** Stops the clock at a moment of the real clock, if it runs. */
    public void stop(Instant moment) {
        read().filter(entry -> entry.stopped() == null).ifPresent(entry -> write(new Entry(entry.anchor(), moment)));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Entry> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), Entry.class))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(Entry entry) {
        AtomicFile.write(file, Json.bytes(entry));
    }
}
