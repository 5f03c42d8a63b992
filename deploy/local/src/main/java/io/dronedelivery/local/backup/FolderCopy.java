package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Copies folders with their permissions and their empty folders, without which PostgreSQL does not start. */
final class FolderCopy {
    /** Of a run, not of the data: the ids of its processes, its logs, its class archive. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "postgresql.log", "kafka.pid", "kafka.log", "classes.jsa");

    private static final long MIB = 1 << 20;

    private FolderCopy() {}

    /** Copies a file, or a folder with all in it, to a place where nothing is. */
    static void copy(Path source, Path target) throws IOException {
        for (Path each : all(source)) {
            Path copy = source.equals(each) ? target : target.resolve(source.relativize(each));
            Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Has the disk write all files of a folder. */
    static void force(Path folder) throws IOException {
        for (Path each : all(folder)) {
            if (Files.isRegularFile(each)) {
                try (FileChannel file = FileChannel.open(each, StandardOpenOption.READ)) {
                    file.force(true);
                }
            }
        }
    }

    /**
     * Checks that there is room for copies.
     *
     * @throws UserError if there is too little
     */
    static void requireSpace(Path target, List<Path> sources) throws IOException {
        long needed = 0;
        for (Path source : sources) {
            needed += bytes(source);
        }
        long free = Files.getFileStore(target).getUsableSpace();
        if (free < needed) {
            throw new UserError("too little disk space for %s: %,d MiB are free, and %,d MiB are needed"
                    .formatted(target, free / MIB, needed / MIB));
        }
    }

    /** How large the files of a folder are together. */
    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path each : all(folder)) {
            bytes += Files.isRegularFile(each) ? Files.size(each) : 0;
        }
        return bytes;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(each -> !LEFT_OUT.contains(String.valueOf(each.getFileName())))
                    .toList();
        }
    }
}
