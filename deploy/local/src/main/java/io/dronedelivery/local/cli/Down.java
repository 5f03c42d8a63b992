package io.dronedelivery.local.cli;

import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.runtime.OrphanProcesses;
import io.dronedelivery.local.runtime.RuntimeLock;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Stops everything in order; also what a killed runtime has left behind. */
@Command(name = "down", description = "Stop everything; the data stay.", mixinStandardHelpOptions = true)
final class Down implements Runnable {
    /** For all stages, one after the other; the runtime kills what does not end, so this is long. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Override
    public void run() {
        Project project = state.project();
        Optional<ProcessHandle> runtime = RuntimeLock.holder(project);
        runtime.ifPresent(process -> {
            process.destroy();
            Program.awaitEnd(process, PATIENCE);
            process.destroyForcibly();
            Program.awaitEnd(process, PATIENCE);
        });
        new OrphanProcesses(project).end();
        System.out.println("stopped");
    }
}
