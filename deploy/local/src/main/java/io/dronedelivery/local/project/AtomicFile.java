package io.dronedelivery.local.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in one step: a reader sees the old content or the new, never half of it, even after a kill. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Replaces the content of a file in one step. Makes its folder if there is none. */
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
