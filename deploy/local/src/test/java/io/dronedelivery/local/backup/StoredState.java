package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.runtime.ClockFile;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A state folder with the files by which backup and restore know the data, without a server. */
final class StoredState {
    private static final byte[] CONTROL = {1, 2, 3, 4, 5, 6, 7, 8};

    private StoredState() {}

    /** Makes the files. */
    static Project in(Path folder) throws IOException {
        Project project = new Project(folder, folder.resolve("state"));
        Path database = project.postgres().resolve("data");
        Files.createDirectories(database.resolve("global"));
        Files.createDirectories(database.resolve("pg_notify"));
        Files.write(database.resolve("global").resolve("pg_control"), CONTROL);
        Files.writeString(database.resolve("PG_VERSION"), LocalPostgres.majorVersion() + "\n");
        Files.writeString(database.resolve("table"), "committed");
        Files.writeString(database.resolve("postmaster.pid"), "0\n");
        withKafka(project);
        Files.createDirectories(project.simulator());
        Files.writeString(project.simulator().resolve("drones.json"), "[]");
        ClockFile clock = new ClockFile(project.clock());
        clock.start(1);
        clock.stop();
        return project;
    }

    /** Makes the files of a broker. */
    static void withKafka(Project project) throws IOException {
        Path broker = project.kafka().resolve("data");
        Files.createDirectories(broker.resolve("delivery.requests-0"));
        Files.writeString(broker.resolve("meta.properties"), "cluster.id=broker-1\n");
        Files.writeString(log(project), "accepted");
    }

    /** The log of a partition. */
    static Path log(Project project) {
        return project.kafka().resolve("data").resolve("delivery.requests-0").resolve("0.log");
    }

    /** A whole backup of such a state. */
    static BackupFolder backedUp(Path folder) throws IOException {
        BackupFolder backup = BackupFolder.make(folder.resolve("backup"));
        Project project = in(folder);
        for (Path part : SystemBackup.parts(project)) {
            FolderCopy.copy(part, backup.data().resolve(String.valueOf(part.getFileName())));
        }
        backup.complete(Instant.EPOCH, project.walArchive(), Duration.ZERO);
        return backup;
    }
}
