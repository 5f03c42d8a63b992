package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.testing.infrastructure.PostgresRecovery;
import io.dronedelivery.testing.infrastructure.PostgresRecovery.Replayed;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Recovers the databases of a stopped system to the last commit: by a backup, the write-ahead log (WAL) that was archived
 * since, and the last of it, which is in the data folder still. The broker's data stay as they are. The archive begins
 * anew, since PostgreSQL's own recovery is a branch of its history.
 */
final class DatabaseRecovery {
    private static final String PASSWORD = "operator-password";
    private static final String GO_BACK = ". ./dronectl restore without --databases goes back to the backup";

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
     * @param acceptLoss whether to go on if the last of the WAL is lost. Then what was archived is recovered.
     * @throws UserError if the backup is no whole one, or WAL is missing; then nothing was changed
     */
    static Result recover(Project project, BackupFolder backup, boolean acceptLoss) throws IOException {
        WalArchive archive = archive(project, backup.check());
        Replacement replacement = Replacement.prepare(project);
        Path fresh = replacement.place(project.postgres());
        Replayed replayed;
        try {
            FolderCopy.requireSpace(replacement.folder(), List.of(backup.postgres()));
            FolderCopy.copy(backup.postgres(), fresh);
            WalSegments wal = requireWal(archive, wal(fresh), wal(project.postgres()), acceptLoss);
            WalSegments.copy(wal(project.postgres()), wal(fresh));
            keepPassword(project.postgres(), fresh);
            replayed = PostgresRecovery.run(fresh, archive);
            if (!wal.endAt(replayed.end())) {
                throw new UserError("the WAL is damaged: PostgreSQL could replay only a part of it" + GO_BACK);
            }
            replacement.beginWalArchive();
        } catch (IOException | UncheckedIOException | UserError failed) {
            replacement.abandon(); // not if PostgreSQL failed: its log is there
            throw failed;
        }
        return new Result(
                replayed.lastCommit(), replacement.exchange(List.of(project.postgres(), project.walArchive())));
    }

    private static WalArchive archive(Project project, BackupSummary backup) {
        WalArchive archive = WalArchive.in(project.walArchive())
                .orElseThrow(() -> new UserError("the databases alone can't be recovered: there is no archived WAL in "
                        + project.walArchive() + " (./dronectl up --archive-wal keeps it)"));
        if (!archive.id().equals(backup.walArchive())) {
            throw new UserError(
                    "the databases alone can't be recovered by this backup: it was taken before WAL went to "
                            + project.walArchive() + ", or before a restore");
        }
        return archive;
    }

    /** PostgreSQL would take a gap for the end, and say nothing. */
    private static WalSegments requireWal(WalArchive archive, Path copied, Path last, boolean acceptLoss)
            throws IOException {
        WalSegments archived = WalSegments.in(archive.folder());
        WalSegments rest = WalSegments.in(last);
        WalSegments all = WalSegments.in(copied).followedBy(archived).followedBy(rest);
        if (all.firstGap().isPresent()) {
            throw new UserError("the databases can't be recovered: of the WAL since the backup, segment "
                    + all.firstGap().getAsLong() + " is missing" + GO_BACK);
        }
        if (!rest.goBeyond(archived) && !acceptLoss) {
            throw new UserError(
                    "the last WAL is lost with " + last + ": what was committed since the last archived segment"
                            + " can't be recovered, and may have been published already" + GO_BACK
                            + "; --accept-loss recovers what was archived");
        }
        return all;
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
