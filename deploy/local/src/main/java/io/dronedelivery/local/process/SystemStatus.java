package io.dronedelivery.local.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the system is: what the runtime writes and the other commands read.
 *
 * @param runtime the pid of the runtime
 * @param phase how far it has come
 * @param failure why it did not start
 * @param parts the processes, in the order they are started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemStatus(
        long runtime,
        Phase phase,
        @Nullable String failure,
        @JsonProperty("parts") List<ProcessStatus> processes) {

    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        STOPPED
    }

    /** What was last written; absent where the system never ran. */
    public static Optional<SystemStatus> read(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), SystemStatus.class));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
