package io.dronedelivery.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/**
 * The runtime: keeps the system running until it is told to stop (SIGTERM). Started by <code>up</code>, in a process
 * group of its own, so that Ctrl-C at a terminal does not reach the processes all at once.
 */
@Command(name = "run", hidden = true)
final class Run implements Runnable {
    @ParentCommand
    private DroneCtl dronectl = new DroneCtl();

    @Mixin
    private UpOptions options = new UpOptions();

    @Override
    public void run() {
        Project project = dronectl.project();
        try (FileLock _ = RuntimeLock.take(project).orElseThrow(() -> new Complaint("the system is running already"))) {
            start(project);
            untilStopped();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void start(Project project) {
        ClockFile clock = new ClockFile(project.clock());
        Parts parts = new Parts(project, clock.start(options.timeScale()), options.durable());
        StatusBoard board = new StatusBoard(project.status(), SystemRun.all(parts));
        SystemRun system = new SystemRun(parts, board);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            system.stop();
            clock.stop();
        }));
        startOrFail(system, board);
    }

    private static void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void startOrFail(SystemRun system, StatusBoard board) {
        try {
            system.start();
        } catch (RuntimeException failure) {
            board.failed(failure instanceof Complaint ? String.valueOf(failure.getMessage()) : failure.toString());
            throw failure;
        }
    }
}
