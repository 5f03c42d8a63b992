package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl backup</code>: exit code 0 only if the backup is complete. */
@Command(
        name = "backup",
        description = "Copy all data of the system, which may run, to a folder.",
        footer = "The processes of a running system stand still until its data are copied.",
        mixinStandardHelpOptions = true)
public final class Backup implements Callable<Integer> {
    private static final double MIB = 1 << 20;

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Parameters(paramLabel = "FOLDER", description = "the folder of the backup, which must be new or empty")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        SystemBackup.Result result =
                SystemBackup.take(state.project(), folder.toAbsolutePath().normalize());
        System.out.printf("%d files, %.0f MiB, are in %s%n", result.files(), result.bytes() / MIB, folder);
        System.out.println(
                result.standstill().isZero()
                        ? "the system was stopped"
                        : "the system stood still for %.1f s"
                                .formatted(result.standstill().toMillis() / 1000.0));
        return 0;
    }
}
