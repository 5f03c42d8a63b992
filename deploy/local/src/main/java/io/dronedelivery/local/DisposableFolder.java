package io.dronedelivery.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The state folder of a system that is started to be broken or measured: what it holds is of no worth to anybody. */
final class DisposableFolder {
    private static final String MARK = "of-a-breakable-system";

    private DisposableFolder() {}

    /** Takes the folder where it is empty, or was of such a system before. What that has left in it is deleted. */
    static Project prepare(Path state) {
        Project project = Project.of(state);
        try {
            Files.createDirectories(project.state());
            claim(project.state());
            new Leftovers(project).end();
            new Preflight(project).check();
            Reset.deleteData(project);
            Files.createDirectories(project.logs());
            Files.createDirectories(project.archives());
            return project;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Never takes a folder in which something else may be. */
    private static void claim(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        try (Stream<Path> content = Files.list(folder)) {
            if (!Files.exists(mark) && content.findAny().isPresent()) {
                throw new Complaint(folder + " holds something else, which would be deleted: name another folder");
            }
        }
        Files.write(mark, new byte[0]);
    }

    static FileLock lock(Project project) {
        return RuntimeLock.take(project).orElseThrow(() -> new Complaint("it is running already: " + project.state()));
    }

    static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
