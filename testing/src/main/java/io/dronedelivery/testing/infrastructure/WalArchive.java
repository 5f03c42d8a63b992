package io.dronedelivery.testing.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder to which PostgreSQL copies each segment of its write-ahead log (WAL) once it is full. It has an id: only a
 * backup that was taken while WAL went to this archive can be recovered by it.
 */
public record WalArchive(Path folder) {
    private static final String ID_FILE = "id";

    /** The archive in this folder, if there is one. */
    public static Optional<WalArchive> in(Path folder) {
        return Optional.of(new WalArchive(folder.toAbsolutePath().normalize()))
                .filter(archive -> Files.exists(archive.idFile()));
    }

    /** The archive in this folder, which is made if there is none. */
    public static WalArchive make(Path folder) {
        return in(folder).orElseGet(() -> {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(ID_FILE), UUID.randomUUID().toString());
                return new WalArchive(folder.toAbsolutePath().normalize());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** Its id. Another archive has another. */
    public String id() {
        try {
            return Files.readString(idFile()).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path idFile() {
        return folder.resolve(ID_FILE);
    }

    /**
     * The server's settings to archive. A segment gets its name in one step, so half of one is never taken for a whole.
     * After a crash PostgreSQL archives a segment again: that is right if the archive has the same.
     */
    List<String> archiving() {
        String target = quoted() + "/%f";
        return List.of(
                "archive_mode=on",
                "archive_command=if [ -e %1$s ]; then cmp -s %%p %1$s; else cp %%p %1$s.part && mv %1$s.part %1$s; fi"
                        .formatted(target));
    }

    /** The server's settings to recover from it. */
    List<String> recovering() {
        return List.of("restore_command=cp " + quoted() + "/%f %p");
    }

    /** For a shell, and for PostgreSQL, which replaces what follows a percent sign. */
    private String quoted() {
        return "'" + folder.toString().replace("%", "%%").replace("'", "'\\''") + "'";
    }
}
