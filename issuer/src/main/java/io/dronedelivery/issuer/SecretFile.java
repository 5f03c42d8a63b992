package io.dronedelivery.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that only their owner may read and write. */
public final class SecretFile {
    private SecretFile() {}

    /** Replaces a file in one step: a reader sees the old content or the new. Makes its folder if there is none. */
    public static void write(Path file, String content) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = Files.createTempFile(folder, file.getFileName() + ".", ".next"); // mode 0600
            Files.writeString(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }
}
