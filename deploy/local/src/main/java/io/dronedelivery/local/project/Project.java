package io.dronedelivery.local.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folders and files of the project.
 *
 * @param root the project's folder
 * @param state the state folder: data, logs and all else that is kept between runs
 */
public record Project(Path root, Path state) {
    private static final String HOME_PROPERTY = "dronectl.home";

    /**
     * Finds the project in the folder that the script names, or in the working folder and those above it.
     *
     * @param state the state folder; <code>.local</code> in the project if it is null
     * @throws IllegalStateException if none of these folders is the project's
     */
    public static Project of(@Nullable Path state) {
        Path root = find();
        return new Project(
                root,
                state == null ? root.resolve(".local") : state.toAbsolutePath().normalize());
    }

    private static Path find() {
        String home = System.getProperty(HOME_PROPERTY, "");
        for (Path folder = Path.of(home).toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("dronectl"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project: no dronectl in this folder or above it");
    }

    /** The folder of all logs but those of PostgreSQL and Kafka. */
    public Path logs() {
        return state.resolve("logs");
    }

    /** The log of a process. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** The folder of PostgreSQL's data. */
    public Path postgres() {
        return state.resolve("postgresql");
    }

    /** The folder of Kafka's data. */
    public Path kafka() {
        return state.resolve("kafka");
    }

    /** The folder of the class archives. A JVM maps the classes in at its start instead of loading them. */
    public Path archives() {
        return state.resolve("classes");
    }

    /** The class archive of a process. */
    public Path archive(String part) {
        return archives().resolve(part + ".jsa");
    }

    /** The folder of the simulated drones' data. */
    public Path simulator() {
        return state.resolve("simulator");
    }

    /** The folder of the archived write-ahead log of PostgreSQL, if it is archived. */
    public Path walArchive() {
        return state.resolve("wal-archive");
    }

    /** The file that tells which data belong to this state folder. */
    public Path knownData() {
        return state.resolve("data.json");
    }

    /** The folder in which a restore prepares the data. */
    public Path restoring() {
        return state.resolve("restoring");
    }

    /** The file that is there while a restore replaces data. */
    public Path pendingRestore() {
        return restoring().resolve("pending.json");
    }

    /** The file that the runtime locks while it runs. */
    public Path lock() {
        return state.resolve("lock");
    }

    /** The file in which the runtime writes the status of every process. */
    public Path status() {
        return state.resolve("status.json");
    }

    /** The folder of the keys that sign tokens, and of the tokens of processes. */
    public Path access() {
        return state.resolve("access");
    }

    /** The file in which the clock is kept from run to run. */
    public Path clock() {
        return state.resolve("clock.json");
    }
}
