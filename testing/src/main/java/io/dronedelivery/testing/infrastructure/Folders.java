package io.dronedelivery.testing.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Temporary folders. */
public final class Folders {
    private Folders() {}

    /** A new folder, whose name tells what it is for. */
    public static Path temporary(String what) {
        try {
            return Files.createTempDirectory("drone-delivery-" + what + "-");
        } catch (IOException full) {
            throw new UncheckedIOException("cannot make a temporary folder", full);
        }
    }

    /** Deletes a folder and all in it, if it exists. */
    public static void delete(Path folder) {
        try (var walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException undeletable) {
            throw new UncheckedIOException("cannot delete " + folder, undeletable);
        }
    }
}
