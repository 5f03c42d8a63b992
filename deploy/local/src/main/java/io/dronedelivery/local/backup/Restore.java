package io.dronedelivery.local.backup;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.OrphanProcesses;
import io.dronedelivery.local.runtime.RuntimeLock;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl restore</code>: exit code 0 only if all is restored; after any other nothing was changed. */
@Command(
        name = "restore",
        description = "Put the data of a backup in place of those of the system, which must be stopped.",
        footer = "What was there is set aside, not deleted. After it, up goes on; take a new backup then.",
        mixinStandardHelpOptions = true)
public final class Restore implements Callable<Integer> {
    @ParentCommand
    private StateFolder state = new StateFolder();

    @Parameters(paramLabel = "FOLDER", description = "the folder of the backup")
    private Path folder = Path.of("");

    @Option(
            names = "--databases",
            description = "only the databases, to the last commit: by the backup and the write-ahead log since"
                    + " (up --archive-wal keeps it)")
    private boolean databases;

    @Option(
            names = "--accept-loss",
            description = "with --databases: also if the last of the write-ahead log is lost with the data")
    private boolean acceptLoss;

    @Override
    public Integer call() throws IOException {
        Project project = state.project();
        if (RuntimeLock.isHeld(project)) {
            throw new UserError("the system is running: ./dronectl down stops it");
        }
        new OrphanProcesses(project).end();
        try (FileLock _ = RuntimeLock.take(project).orElseThrow(() -> new UserError("the system is being started"))) {
            Optional<Path> finished = Replacement.finish(project);
            Path aside = finished.isPresent() ? finished.get() : restore(project);
            System.out.println(
                    finished.isPresent() ? "the restore that was interrupted is finished" : "restored from " + folder);
            System.out.println("what was there before is in " + aside);
        }
        return 0;
    }

    private Path restore(Project project) throws IOException {
        BackupFolder backup = new BackupFolder(folder.toAbsolutePath().normalize());
        if (!databases) {
            return SystemRestore.restore(project, backup);
        }
        DatabaseRecovery.Result result = DatabaseRecovery.recover(project, backup, acceptLoss);
        System.out.println(result.lastCommit()
                .map(commit -> "the databases are recovered to the last commit, of " + commit)
                .orElse("nothing was committed since the backup"));
        return result.aside();
    }
}
