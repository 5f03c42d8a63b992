package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.testing.infrastructure.PostgresRecovery;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Recovers the databases of a stopped system to the last commit: by a backup, the write-ahead log (WAL) that was archived
 * since, and the last of it, which is in the data folder still. The broker's data stay as they are.
 */
final class DatabaseRecovery {
    private static final String PASSWORD = "operator-password";

    /**
     * What was recovered.
     *
     * @param lastCommit when the last transaction was committed that was not in the backup; empty if there was none
     * @param aside the folder that what was there before is in now
     */
    record Result(Optional<Instant> lastCommit, Path aside) {}

    private DatabaseRecovery() {}

    /**
     * Recovers the databases.
     *
     * @param acceptLoss whether to recover what was archived where the last of the WAL is lost with the data folder
     * @throws UserError if the backup is no whole one, or WAL is missing; then nothing was changed
     */
    static Result recover(Project project, BackupFolder backup, boolean acceptLoss) throws IOException {
        WalArchive archive = archive(project, backup.check());
        Replacement replacement = Replacement.prepare(project);
        Path fresh = replacement.folder().resolve(String.valueOf(project.postgres().getFileName()));
        Optional<Instant> lastCommit;
        try {
            FolderCopy.requireSpace(replacement.folder(), List.of(backup.postgres()));
            FolderCopy.copy(backup.postgres(), fresh);
            requireWal(archive, wal(fresh), wal(project.postgres()), acceptLoss);
            WalSegments.copy(wal(project.postgres()), wal(fresh));
            keepPassword(project.postgres(), fresh);
            lastCommit = PostgresRecovery.run(fresh, archive);
        } catch (IOException | RuntimeException failed) {
            replacement.abandon();
            throw failed;
        }
        return new Result(lastCommit, replacement.exchange(List.of(project.postgres())));
    }

    private static WalArchive archive(Project project, BackupSummary backup) {
        WalArchive archive = WalArchive.in(project.walArchive())
                .orElseThrow(() -> new UserError("the databases alone can't be recovered: there is no archived WAL in "
                        + project.walArchive() + " (./dronectl up --archive-wal keeps it)"));
        if (!archive.id().equals(backup.walArchive())) {
            throw new UserError("the databases alone can't be recovered by this backup: it was taken before WAL went to "
                    + project.walArchive() + ", or before a restore");
        }
        return archive;
    }

    /** PostgreSQL would take a gap for the end, and say nothing. */
    private static void requireWal(WalArchive archive, Path copied, Path last, boolean acceptLoss) throws IOException {
        WalSegments archived = WalSegments.in(archive.folder());
        WalSegments rest = WalSegments.in(last);
        WalSegments all = WalSegments.in(copied).with(archived).with(rest);
        if (all.firstGap().isPresent()) {
            throw new UserError("the databases can't be recovered to the last commit: of the WAL since the backup, segment"
                    + " %d is missing. ./dronectl restore without --databases goes back to the backup"
                            .formatted(all.firstGap().getAsLong()));
        }
        if (!rest.goBeyond(archived) && !acceptLoss) {
            throw new UserError("the last WAL is lost with " + last + ": what was committed since the last archived segment"
                    + " can't be recovered, and the broker has it already. ./dronectl restore without --databases goes back"
                    + " to the backup; --accept-loss recovers what was archived");
        }
    }

    private static Path wal(Path postgres) {
        return postgres.resolve("data").resolve("pg_wal");
    }

    /** That of now, since the WAL brings the operator's role to what it is now. */
    private static void keepPassword(Path from, Path to) throws IOException {
        if (Files.exists(from.resolve(PASSWORD))) {
            Files.copy(
                    from.resolve(PASSWORD),
                    to.resolve(PASSWORD),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
