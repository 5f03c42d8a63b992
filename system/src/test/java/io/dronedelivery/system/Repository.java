package io.dronedelivery.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, without what builds and runs leave behind. */
public final class Repository {
    public static final Path ROOT = root();
    private static final Set<String> LEFT_BEHIND = Set.of("target", ".git", ".local", ".idea", "node_modules");

    private Repository() {}

    /** The files whose name ends so. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(at -> !at.equals(ROOT))
                            .noneMatch(
                                    at -> LEFT_BEHIND.contains(at.getFileName().toString())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("dronectl"))) {
            at = Objects.requireNonNull(at.getParent(), "not inside the project");
        }
        return at;
    }
}
