package io.dronedelivery.simulator;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.simulator.domain.Drone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The drones in a file, which is always whole: it is replaced at a stroke. */
final class Snapshot {
    private static final System.Logger log = System.getLogger(Snapshot.class.getName());

    private record Content(List<Drone> drones) {}

    private final Path file;

    Snapshot(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The drones by id as they were last saved: none the first time, or where the file cannot be read. */
    Map<String, Drone> load() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Content content = Json.read(Files.readAllBytes(file), Content.class);
            return content.drones().stream().collect(Collectors.toMap(Drone::id, Function.identity()));
        } catch (IOException | UncheckedIOException damaged) {
            log.log(
                    System.Logger.Level.WARNING,
                    "state file unreadable, starting anew file=" + file + " because=" + damaged.getMessage());
            return Map.of();
        }
    }

    void save(List<Drone> drones) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(next, Json.bytes(new Content(drones)));
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("state file cannot be written: " + file, unwritable);
        }
    }
}
