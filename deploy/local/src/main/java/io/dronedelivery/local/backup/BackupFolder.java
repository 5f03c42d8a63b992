package io.dronedelivery.local.backup;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a backup: the data, the checksum of each file, and the summary. The summary is written last and in one
 * step, so a folder without it is no backup.
 */
record BackupFolder(Path folder) {
    /** The version of the form of a backup. Another form gets another. */
    static final int FORMAT = 1;

    private static final int SHOWN_MAX = 5;

    /** Makes the folder, for its owner alone: passwords are among the data. */
    static BackupFolder make(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new UserError(folder + " holds something already: name a new folder");
        }
        Files.createDirectories(folder);
        BackupFolder backup = new BackupFolder(folder);
        Files.createDirectory(
                backup.data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return backup;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /** The copied data. */
    Path data() {
        return folder.resolve("data");
    }

    private Path checksums() {
        return folder.resolve("checksums");
    }

    private Path summary() {
        return folder.resolve("backup.json");
    }

    /**
     * Makes a backup of the data that were copied: they are on the disk, and any damage would be noticed.
     *
     * @param walArchive the folder of the archived write-ahead log, if there is one
     */
    SystemBackup.Result complete(Instant taken, Path walArchive, Duration standstill) throws IOException {
        Checksums copied = Checksums.of(data());
        Files.writeString(checksums(), copied.text());
        FolderCopy.force(folder);
        BackupSummary summary = new BackupSummary(
                FORMAT,
                taken,
                LocalPostgres.majorVersion(postgres()).orElseThrow(),
                WalArchive.in(walArchive).map(WalArchive::id).orElse(null),
                Checksums.ofFile(checksums()),
                folders());
        AtomicFile.write(summary(), Json.bytes(summary));
        return new SystemBackup.Result(copied.byFile().size(), FolderCopy.bytes(data()), standstill);
    }

    /** The copy of PostgreSQL's folder. */
    Path postgres() {
        return data().resolve("postgresql");
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> walk = Files.walk(data())) {
            return walk.filter(Files::isDirectory)
                    .map(each -> data().relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Checks that it is a whole and undamaged backup that this version can restore.
     *
     * @throws UserError if it is not; the message says why
     */
    BackupSummary check() throws IOException {
        if (!Files.exists(summary())) {
            throw new UserError(folder + " is no backup, or an unfinished one: there is no "
                    + summary().getFileName());
        }
        BackupSummary summary = readSummary();
        if (summary.format() != FORMAT) {
            throw new UserError("%s is a backup of another version: its format is %d, and this version reads %d"
                    .formatted(folder, summary.format(), FORMAT));
        }
        if (!summary.postgresql().equals(LocalPostgres.majorVersion())) {
            throw new UserError(("%s has data of PostgreSQL %s, and this version runs PostgreSQL %s: restore it by the"
                            + " version that made it")
                    .formatted(folder, summary.postgresql(), LocalPostgres.majorVersion()));
        }
        List<String> damages = damages(summary);
        if (!damages.isEmpty()) {
            throw new UserError("%s is damaged, in %d places: %s"
                    .formatted(
                            folder,
                            damages.size(),
                            String.join("; ", damages.subList(0, Math.min(SHOWN_MAX, damages.size())))));
        }
        return summary;
    }

    private BackupSummary readSummary() {
        try {
            return BackupSummary.read(summary());
        } catch (UncheckedIOException unreadable) {
            throw new UserError(folder + " is damaged: " + summary().getFileName() + " can't be read");
        }
    }

    private List<String> damages(BackupSummary summary) throws IOException {
        if (!Files.exists(checksums()) || !Files.isDirectory(data())) {
            return List.of("the checksums or the data are missing");
        }
        if (!Checksums.ofFile(checksums()).equals(summary.checksums())) {
            return List.of("the file of checksums is changed");
        }
        List<String> damages =
                new ArrayList<>(Checksums.read(Files.readString(checksums())).differences(Checksums.of(data())));
        summary.folders().stream()
                .filter(each -> !Files.isDirectory(data().resolve(each)))
                .forEach(each -> damages.add(each + " is missing"));
        return damages;
    }
}
