package io.dronedelivery.local.runtime;

import io.dronedelivery.local.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Deletes what a system has stored. No process of the system may run meanwhile. */
public final class StoredData {
    private StoredData() {}

    /**
     * Deletes data, archived write-ahead log, logs, status and clock. What a restore has set aside stays. The archived classes
     * stay, too: they only make the next start faster.
     */
    public static void delete(Project project) {
        List.of(
                        project.postgres(),
                        project.kafka(),
                        project.simulator(),
                        project.access(),
                        project.walArchive(),
                        project.knownData(),
                        project.restoring(),
                        project.logs(),
                        project.status(),
                        project.clock())
                .forEach(StoredData::delete);
    }

    /** Deletes the archived classes. The next start then takes as long as the very first. */
    public static void deleteArchivedClasses(Project project) {
        delete(project.archives());
        try {
            Files.createDirectories(project.archives());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Deletes a file, or a folder with all in it, if it exists. */
    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var walk = Files.walk(path)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete " + path, undeletable);
        }
    }
}
