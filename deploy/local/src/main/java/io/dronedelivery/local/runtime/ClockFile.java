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

/** Remembers the clock, so that scaled time does not go back from one run to the next. */
public final class ClockFile {

    /** The clock of the last run, and when that was stopped; absent while it runs, or where it was killed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(ClockAnchor anchor, @Nullable Instant stopped) {}

    private final Path file;

    public ClockFile(Path file) {
        this.file = file;
    }

    /** The clock of the system that runs; the real one where none ever ran. */
    ClockAnchor current() {
        Instant now = now();
        return read().map(Entry::anchor).orElse(new ClockAnchor(now, now, 1));
    }

    public ClockAnchor start(double scale) {
        Instant now = now();
        ClockAnchor anchor = read().map(
                        last -> last.anchor().continued(now, last.stopped() == null ? now : last.stopped(), scale))
                .orElse(new ClockAnchor(now, now, scale));
        write(new Entry(anchor, null));
        return anchor;
    }

    /** Says that nothing reads this clock any more. */
    public void stop() {
        read().filter(entry -> entry.stopped() == null).ifPresent(entry -> write(new Entry(entry.anchor(), now())));
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
