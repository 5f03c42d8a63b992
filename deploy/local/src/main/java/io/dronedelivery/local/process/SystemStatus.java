package io.dronedelivery.local.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of the system, which the runtime writes and the other commands read.
 *
 * @param runtime the process id of the runtime
 * @param phase how far the system has come
 * @param began when the runtime started; the operating system may give its id to another process later
 * @param failure why the system did not start
 * @param processes the processes, in the order of their start
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemStatus(
        long runtime,
        Phase phase,
        @Nullable Instant began,
        @Nullable String failure,
        @JsonProperty("parts") List<ProcessStatus> processes) {

    /** How far the system has come from its start to its end. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        STOPPED
    }

    /** The runtime, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return ProcessStatus.running(runtime, began);
    }

    /** The status that was written last; empty if the system has never run. */
    public static Optional<SystemStatus> read(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), SystemStatus.class));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The processes of the status that was written last; none if the system has never run. */
    public static List<ProcessStatus> processes(Path file) {
        return read(file).map(SystemStatus::processes).orElse(List.of());
    }
}
