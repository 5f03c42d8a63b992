package io.dronedelivery.local.cli;

import io.dronedelivery.local.backup.Backup;
import io.dronedelivery.local.backup.Restore;
import io.dronedelivery.local.chaos.Chaos;
import io.dronedelivery.local.check.Check;
import io.dronedelivery.local.demo.Demo;
import io.dronedelivery.local.manifests.Manifests;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.replay.Replay;
import io.dronedelivery.local.trace.Trace;
import io.dronedelivery.local.upgrade.Upgrade;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line <code>dronectl</code>. Each command is a class of its own. */
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
            Token.class,
            Demo.class,
            Replay.class,
            Check.class,
            Chaos.class,
            Upgrade.class,
            Malformed.class,
            Manifests.class,
            Backup.class,
            Restore.class,
            Trace.class
        },
        footer = {
            "",
            "  dronectl bench                    measures a system of its own",
            "  dronectl test [MAVEN ARGUMENTS]   runs every test",
            "  dronectl native [SERVICE...]      builds native executables",
            "  dronectl images [--native]        builds images of the services"
        })
public final class DroneCtl extends StateFolder {
    /** Runs a command. Its exit code is that of this process. */
    public static void main(String... arguments) {
        System.exit(commands().execute(arguments));
    }

    /**
     * All commands of this module.
     *
     * @param more commands of other modules
     */
    public static CommandLine commands(Object... more) {
        CommandLine commands = new CommandLine(new DroneCtl());
        List.of(more).forEach(commands::addSubcommand);
        return commands.setExecutionExceptionHandler(DroneCtl::explain);
    }

    /** Prints an error of the user in one sentence. Any other failure is a bug, and shows its stack trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof UserError error) {
            command.getErr().println("dronectl: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
