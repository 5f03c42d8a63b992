package io.dronedelivery.local.cli;

import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.ClockFile;
import io.dronedelivery.local.runtime.RuntimeLock;
import io.dronedelivery.local.runtime.SystemProcesses;
import io.dronedelivery.local.runtime.SystemRun;
import io.dronedelivery.local.trace.TraceReceiver;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/**
 * The runtime: keeps the system running until SIGTERM. The command <code>up</code> starts it in a process group of its
 * own, so that Ctrl-C at the terminal does not reach all processes at once.
 */
@Command(name = "run", hidden = true)
final class Run implements Runnable {
    @ParentCommand
    private StateFolder state = new StateFolder();

    @Mixin
    private UpOptions options = new UpOptions();

    @Override
    public void run() {
        Project project = state.project();
        FileLock lock = RuntimeLock.take(project)
                .orElseThrow(() -> new UserError("the system is running already: ./dronectl down stops it"));
        start(project, lock);
        untilStopped();
    }

    /** The lock is held until all processes have ended, also after a failed start. */
    private void start(Project project, FileLock lock) {
        ClockFile clock = new ClockFile(project.clock());
        SystemProcesses processes = new SystemProcesses(
                        project, options.build(), clock.start(options.timeScale()), options.durable())
                .withSettings(_ -> options.settings())
                .withReplicas(options.replicas());
        StatusWriter statusWriter = new StatusWriter(project.status(), SystemRun.all(processes));
        SystemRun system = new SystemRun(processes, statusWriter);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            system.stop();
            clock.stop();
            RuntimeLock.release(lock);
        }));
        startOrFail(
                () -> {
                    if (options.observe()) {
                        TraceReceiver.start();
                    }
                    system.start();
                },
                statusWriter);
    }

    private static void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void startOrFail(Runnable start, StatusWriter statusWriter) {
        try {
            start.run();
        } catch (RuntimeException failure) {
            statusWriter.failed(
                    failure instanceof UserError ? String.valueOf(failure.getMessage()) : failure.toString());
            throw failure;
        }
    }
}
