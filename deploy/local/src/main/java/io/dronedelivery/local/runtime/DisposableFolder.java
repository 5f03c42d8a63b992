package io.dronedelivery.local.runtime;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The state folder of a system that a command starts to break or measure. Nobody needs its content afterwards. */
public final class DisposableFolder implements AutoCloseable {
    private static final String OWNER_FILE = "made-by";

    private final Project project;
    private final FileLock lock;

    private DisposableFolder(Project project, FileLock lock) {
        this.project = project;
        this.lock = lock;
    }

    /**
     * Takes a folder, and deletes what an earlier run of the same command left in it.
     *
     * @param command whose folder it is: <code>chaos</code>, <code>bench</code> or <code>upgrade</code>
     * @throws UserError if the folder holds anything else, or the system cannot start on it
     */
    public static DisposableFolder take(Path state, String command) {
        return take(state, command, Replicas.NONE);
    }

    /**
     * The same, for a system with these instances.
     *
     * @throws UserError if the folder holds anything else, or the system cannot start on it
     */
    public static DisposableFolder take(Path state, String command, Replicas replicas) {
        Project project = Project.of(state);
        try {
            Files.createDirectories(project.state());
            claim(project.state(), command);
            new OrphanProcesses(project).end();
            new StartCheck(project, replicas).check();
            FileLock lock = RuntimeLock.take(project)
                    .orElseThrow(() -> new UserError("a system runs on this folder already: " + project.state()));
            StoredData.delete(project);
            Files.createDirectories(project.logs());
            Files.createDirectories(project.archives());
            return new DisposableFolder(project, lock);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Claims an empty folder for the command. Refuses a folder with anything in it that the command did not make. */
    static void claim(Path folder, String command) throws IOException {
        Path ownerFile = folder.resolve(OWNER_FILE);
        String owner = Files.exists(ownerFile) ? Files.readString(ownerFile).strip() : "";
        if (!owner.isEmpty() && !owner.equals(command)) {
            throw new UserError("%s belongs to ./dronectl %s, and ./dronectl %s would delete it: name another folder"
                    .formatted(folder, owner, command));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (owner.isEmpty() && content.findAny().isPresent()) {
                throw new UserError(folder + " holds something else, which would be deleted: name another folder");
            }
        }
        Files.writeString(ownerFile, command);
    }

    /** The project, with this folder as its state folder. */
    public Project project() {
        return project;
    }

    /** Lets others take the folder. */
    @Override
    public void close() {
        RuntimeLock.release(lock);
    }
}
