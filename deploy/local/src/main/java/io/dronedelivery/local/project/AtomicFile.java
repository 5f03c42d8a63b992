package io.dronedelivery.local.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader, or a later run after a kill, sees the old content or the new, never half of it. */
public final class AtomicFile {
    private AtomicFile() {}

    public static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".new"), content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }
}
