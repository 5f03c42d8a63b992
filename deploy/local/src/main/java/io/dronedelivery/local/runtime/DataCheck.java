package io.dronedelivery.local.runtime;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses to start PostgreSQL or Kafka where its data were lost or exchanged. It would start empty, and then nobody could
 * tell what was accepted before from what never was. A file in the state folder tells which data belong to it.
 */
public final class DataCheck {
    private final Project project;

    /** What keeps the data of a system. */
    public enum Store {
        POSTGRESQL,
        KAFKA;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Path folder(Project project) {
            return this == POSTGRESQL ? project.postgres() : project.kafka();
        }

        /** The id that its data got when they were made; empty if there are none. */
        private Optional<String> dataId(Project project) {
            return this == POSTGRESQL ? LocalPostgres.systemId(folder(project)) : LocalKafka.clusterId(folder(project));
        }
    }

    private record KnownData(Map<String, String> ids) {}

    /** A check of this state folder. */
    public DataCheck(Project project) {
        this.project = project;
    }

    /**
     * Checks the data of both.
     *
     * @throws UserError if data that this system has stored are lost or exchanged, or a restore was interrupted
     */
    public void check() {
        if (Files.exists(project.pendingRestore())) {
            throw new UserError("a restore was interrupted: the same ./dronectl restore finishes it");
        }
        for (Store store : Store.values()) {
            check(store);
        }
    }

    /** Checks the data of one of them. */
    synchronized void check(Store store) {
        String known = known().get(store.id());
        String found = store.dataId(project).orElse("");
        if (known != null && !known.equals(found)) {
            throw new UserError(
                    ("the data of %s are %s: this system has stored data in %s. Bring the folder back, or restore"
                                    + " a backup by ./dronectl restore; ./dronectl reset deletes the rest and begins anew")
                            .formatted(
                                    store.id(),
                                    found.isEmpty() ? "lost" : "those of another system",
                                    store.folder(project)));
        }
    }

    /** Remembers which data belong to the state folder, once they are there. */
    synchronized void remember(Store store) {
        Map<String, String> ids = known();
        store.dataId(project).filter(id -> !id.equals(ids.get(store.id()))).ifPresent(id -> {
            ids.put(store.id(), id);
            AtomicFile.write(project.knownData(), Json.bytes(new KnownData(ids)));
        });
    }

    private Map<String, String> known() {
        try {
            return Files.exists(project.knownData())
                    ? new TreeMap<>(Json.read(Files.readAllBytes(project.knownData()), KnownData.class)
                            .ids())
                    : new TreeMap<>();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
