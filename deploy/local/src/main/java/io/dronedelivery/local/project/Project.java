package io.dronedelivery.local.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where things are.
 *
 * @param root the project's folder
 * @param state the folder of data, logs and what else is kept between runs
 */
public record Project(Path root, Path state) {
    private static final String HOME_PROPERTY = "dronectl.home";

    /**
     * The project that the working folder, or the property set by the script, is in.
     *
     * @param state where not the usual <code>.local</code>
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

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path postgres() {
        return state.resolve("postgresql");
    }

    public Path kafka() {
        return state.resolve("kafka");
    }

    /** The classes of each program as they were loaded before, to be mapped in at its next start. */
    public Path archives() {
        return state.resolve("classes");
    }

    public Path archive(String part) {
        return archives().resolve(part + ".jsa");
    }

    public Path simulator() {
        return state.resolve("simulator");
    }

    /** Locked by the runtime while it runs. */
    public Path lock() {
        return state.resolve("lock");
    }

    public Path status() {
        return state.resolve("status.json");
    }

    public Path clock() {
        return state.resolve("clock.json");
    }
}
