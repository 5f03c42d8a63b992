package io.dronedelivery.local;

import io.dronedelivery.local.bench.Bench;
import io.dronedelivery.local.chaos.Chaos;
import io.dronedelivery.local.check.Check;
import io.dronedelivery.local.demo.Demo;
import io.dronedelivery.local.replay.Replay;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Each command is a class of its own. */
@Command(
        name = "dronectl",
        description = "Runs the whole system on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Up.class,
            Run.class,
            Status.class,
            Logs.class,
            Down.class,
            Reset.class,
            Demo.class,
            Replay.class,
            Check.class,
            Chaos.class,
            Bench.class,
            Malformed.class
        },
        footer = {"", "  dronectl test [MAVEN ARGUMENTS]   runs every test"})
public final class DroneCtl {
    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "where data and logs are; .local in the project unless given",
            scope = ScopeType.INHERIT)
    @Nullable
    Path state;

    public static void main(String... arguments) {
        CommandLine commands = new CommandLine(new DroneCtl());
        commands.setExecutionExceptionHandler(DroneCtl::explain);
        System.exit(commands.execute(arguments));
    }

    /** Where things are, by what the command line says. */
    public Project project() {
        return Project.of(state);
    }

    /** The folder that the command line names, or else the one of that name in the usual one. */
    public Path folder(String name) {
        return state == null ? project().state().resolve(name) : state;
    }

    /** What a person can do something about is told in a sentence; anything else is a bug, and shows its stack. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof Complaint complaint) {
            command.getErr().println("dronectl: " + complaint.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
