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

/** Stops the system in order, and the orphan processes of a killed runtime. */
@Command(name = "down", description = "Stop everything; the data stay.", mixinStandardHelpOptions = true)
final class Down implements Runnable {
    /** Long, since the runtime stops one stage after the other, and kills a process that does not end. */
    static final Duration TIMEOUT = Duration.ofMinutes(3);

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Override
    public void run() {
        Project project = state.project();
        Optional<ProcessHandle> runtime = RuntimeLock.holder(project);
        runtime.ifPresent(process -> {
            process.destroy();
            Program.awaitEnd(process, TIMEOUT);
            process.destroyForcibly();
            Program.awaitEnd(process, TIMEOUT);
        });
        new OrphanProcesses(project).end();
        System.out.println("stopped");
    }
}
