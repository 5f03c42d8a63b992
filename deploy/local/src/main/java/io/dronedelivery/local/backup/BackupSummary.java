package io.dronedelivery.local.backup;

import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup tells of itself, in a file that is written last.
 *
 * @param format the version of the form of a backup
 * @param taken the moment whose data it holds
 * @param postgresql the major version of PostgreSQL, which alone reads the data
 * @param walArchive the id of the archive that the write-ahead log went to at that moment; absent if it was not archived
 * @param checksums the checksum of the file of checksums
 * @param folders all folders, since PostgreSQL needs also those that are empty
 */
record BackupSummary(
        int format,
        Instant taken,
        String postgresql,
        @Nullable String walArchive,
        String checksums,
        List<String> folders) {

    /** Copies the folders. */
    BackupSummary {
        folders = List.copyOf(folders);
    }

    /**
     * Reads a summary.
     *
     * @throws UncheckedIOException if the file is unreadable or is no summary
     */
    static BackupSummary read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), BackupSummary.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
