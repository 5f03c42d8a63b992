package io.dronedelivery.local.backup;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.runtime.StoredData;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data that are to take the place of those in the state folder. They are prepared beside them, and the old ones are set
 * aside, never deleted. If the exchange is interrupted, it is finished later.
 */
record Replacement(Project project) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /**
     * An exchange that has begun.
     *
     * @param aside the folder that the old data go to
     * @param old the names of the old data
     * @param fresh the names of the new data
     */
    record Pending(String aside, List<String> old, List<String> fresh) {
        /** Copies the names. */
        Pending {
            old = List.copyOf(old);
            fresh = List.copyOf(fresh);
        }
    }

    /** Begins to prepare new data. What was prepared before, and not used, is deleted. */
    static Replacement prepare(Project project) throws IOException {
        StoredData.delete(project.restoring());
        Files.createDirectories(project.restoring());
        return new Replacement(project);
    }

    /** Where new data are prepared, each under the name that it has in the state folder. */
    Path folder() {
        return project.restoring();
    }

    /** Where the new one of a part of the data is prepared. */
    Path place(Path part) {
        return folder().resolve(name(part));
    }

    /** Prepares an empty archive if there is one: what will be written does not follow what was archived before. */
    void beginWalArchive() {
        if (Files.exists(project.walArchive())) {
            WalArchive.make(place(project.walArchive()));
        }
    }

    /** Drops what was prepared. */
    void abandon() {
        StoredData.delete(project.restoring());
    }

    /**
     * Exchanges the data.
     *
     * @param replaced what is set aside, whether or not there is something new in its place
     * @return the folder that the old data are in now
     */
    Path exchange(List<Path> replaced) throws IOException {
        FolderCopy.force(folder());
        List<String> old =
                replaced.stream().filter(Files::exists).map(Replacement::name).toList();
        List<String> fresh;
        try (Stream<Path> prepared = Files.list(folder())) {
            fresh = prepared.map(Replacement::name).toList();
        }
        Pending pending = new Pending("before-restore-" + MOMENT.format(Instant.now()), old, fresh);
        AtomicFile.write(project.pendingRestore(), Json.bytes(pending));
        return finish(project, pending);
    }

    /** Finishes an exchange that was interrupted, if there is one. Returns the folder that the old data are in then. */
    static Optional<Path> finish(Project project) throws IOException {
        if (!Files.exists(project.pendingRestore())) {
            return Optional.empty();
        }
        return Optional.of(finish(project, Json.read(Files.readAllBytes(project.pendingRestore()), Pending.class)));
    }

    /** Each step is made once, also if all is tried again. */
    private static Path finish(Project project, Pending pending) throws IOException {
        Path aside = Files.createDirectories(project.state().resolve(pending.aside()));
        for (String name : pending.old()) {
            if (!Files.exists(aside.resolve(name))) {
                Files.move(project.state().resolve(name), aside.resolve(name));
            }
        }
        for (String name : pending.fresh()) {
            Path prepared = project.restoring().resolve(name);
            if (Files.exists(prepared)) {
                Files.move(prepared, project.state().resolve(name));
            }
        }
        StoredData.delete(project.restoring());
        return aside;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
