package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.runtime.ClockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Puts the data of a backup in place of those of a stopped system. */
final class SystemRestore {
    private SystemRestore() {}

    /**
     * Restores all data.
     *
     * @return the folder that what was there before is in now
     * @throws io.dronedelivery.local.project.UserError if the backup is no whole one; then nothing was changed
     */
    static Path restore(Project project, BackupFolder backup) throws IOException {
        BackupSummary summary = backup.check();
        Replacement replacement = Replacement.prepare(project);
        try {
            FolderCopy.requireSpace(replacement.folder(), List.of(backup.data()));
            try (Stream<Path> parts = Files.list(backup.data())) {
                for (Path part : parts.toList()) {
                    FolderCopy.copy(part, replacement.place(part));
                }
            }
            // A system goes on at the moment of its data, not as if it had run since.
            new ClockFile(replacement.place(project.clock())).stop(summary.taken());
            replacement.beginWalArchive();
        } catch (IOException | RuntimeException failed) {
            replacement.abandon();
            throw failed;
        }
        return replacement.exchange(Stream.concat(
                        SystemBackup.parts(project).stream(), Stream.of(project.knownData(), project.walArchive()))
                .toList());
    }
}
