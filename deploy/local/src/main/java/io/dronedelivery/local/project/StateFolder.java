package io.dronedelivery.local.project;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that names the state folder. Every command has it, and asks its parent command for the value. */
public class StateFolder {
    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "where data and logs are; .local in the project unless given",
            scope = ScopeType.INHERIT)
    private @Nullable Path state;

    /** The project, with the state folder that the command line names. */
    public Project project() {
        return Project.of(state);
    }

    /**
     * The state folder of a command that starts a system of its own.
     *
     * @param name its folder in the usual state folder, unless the command line names one
     */
    public Path folder(String name) {
        return state == null ? project().state().resolve(name) : state;
    }
}
