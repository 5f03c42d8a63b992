package io.dronedelivery.local.cli;

import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.runtime.DataCheck;
import io.dronedelivery.local.runtime.OrphanProcesses;
import io.dronedelivery.local.runtime.StartCheck;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Starts the system and shows how the start goes on. Ctrl-C stops the system in order. */
@Command(name = "up", description = "Start everything and stay until Ctrl-C.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
    @ParentCommand
    private StateFolder state = new StateFolder();

    @Mixin
    private UpOptions options = new UpOptions();

    @Option(names = "--detach", description = "return when all is ready, and leave it running")
    private boolean detach;

    @Option(
            names = "--archive-wal",
            description = "keep PostgreSQL's write-ahead log, so that restore --databases recovers the last commit;"
                    + " it is kept from then on, at each start")
    private boolean archiveWal;

    @Override
    public Integer call() {
        Project project = state.project();
        options.timeScale();
        options.build().check(project.root());
        new OrphanProcesses(project).end();
        new StartCheck(project, options.replicas()).check();
        new DataCheck(project).check();
        if (archiveWal) {
            WalArchive.make(project.walArchive());
        }
        ProcessHandle runtime = RuntimeLauncher.start(project, options);
        Thread stopAll = new Thread(() -> stop(runtime));
        Runtime.getRuntime().addShutdownHook(stopAll);
        boolean ready = new StartProgress(project, runtime, System.out).show();
        if (ready && options.observe()) {
            System.out.println("  the trace of a delivery    ./dronectl trace DELIVERY");
        }
        if (ready && !detach) {
            System.out.println("Ctrl-C stops everything.");
            runtime.onExit().join();
        }
        if (ready && detach) {
            Runtime.getRuntime().removeShutdownHook(stopAll);
        }
        return ready && detach ? 0 : 1;
    }

    private static void stop(ProcessHandle runtime) {
        if (runtime.isAlive()) {
            System.out.println("stopping ...");
            runtime.destroy();
            Program.awaitEnd(runtime, Down.TIMEOUT);
            System.out.println("stopped");
        }
    }
}
