package io.dronedelivery.local.cli;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.OrphanProcesses;
import io.dronedelivery.local.runtime.RuntimeLock;
import io.dronedelivery.local.runtime.StoredData;
import java.nio.channels.FileLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Deletes data, logs and the clock. */
@Command(name = "reset", description = "Delete all data and logs.", mixinStandardHelpOptions = true)
final class Reset implements Runnable {
    @ParentCommand
    private StateFolder state = new StateFolder();

    @Override
    public void run() {
        Project project = state.project();
        new OrphanProcesses(project).end();
        FileLock lock = RuntimeLock.take(project)
                .orElseThrow(() -> new UserError("the system is running: ./dronectl down stops it"));
        StoredData.delete(project);
        RuntimeLock.release(lock);
        System.out.println("deleted");
    }
}
