package io.dronedelivery.local.process;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.local.process.ManagedProcess.Running;
import io.dronedelivery.local.project.UserError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts a process, monitors it, and starts it again when it dies or hangs. */
public final class ProcessMonitor {
    /** The pauses before the system's processes are started again. */
    public static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    /** After a life of this length, the deaths before are not counted any more. */
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

    private static final int DEATHS_BEFORE_FIRST_READY_MAX = 3;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration READY_POLL = Duration.ofMillis(100);
    private static final Duration LIVE_POLL = Duration.ofSeconds(5);
    /** The exit code of a service whose database was made by another version of it (IncompatibleData in the chassis). */
    static final int INCOMPATIBLE_DATA = 78;

    private static final int FAILED_CHECKS_MAX = 12; // a minute: a busy machine must not look like a hung process

    private final ManagedProcess process;
    private final StatusWriter statusWriter;
    private final Backoff backoff;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;

    /** A monitor that has not started its process yet. */
    public ProcessMonitor(ManagedProcess process, StatusWriter statusWriter, Backoff backoff) {
        this.process = process;
        this.statusWriter = statusWriter;
        this.backoff = backoff;
        this.thread =
                Thread.ofPlatform().daemon().name("monitor-" + process.name()).unstarted(this::keepRunning);
    }

    /** The process. */
    public ManagedProcess process() {
        return process;
    }

    /** Starts the process on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Completes when the process is ready for the first time. Fails if it dies three times, or is stopped, before that. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** Stops the process in order, and returns when it has ended. */
    public void stop() {
        stopping = true;
        ready.completeExceptionally(new UserError(process.name() + " was stopped before it was ready"));
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        statusWriter.change(process, ProcessStatus::stopped);
    }

    private void keepRunning() {
        int deaths = 0;
        while (!stopping) {
            long start = System.nanoTime();
            try {
                runOnce();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException ended) {
                boolean forgiven = System.nanoTime() - start > FORGIVEN_AFTER.toNanos();
                deaths = forgiven ? 1 : deaths + 1;
                if (!stopping && !waitToRestart(deaths, String.valueOf(ended.getMessage()))) {
                    return;
                }
            }
        }
    }

    private boolean waitToRestart(int deaths, String why) {
        statusWriter.change(process, status -> status.waiting(why));
        if (deaths >= DEATHS_BEFORE_FIRST_READY_MAX) {
            ready.completeExceptionally(new UserError(process.name() + " does not start: " + why + "; ./dronectl logs "
                    + process.name() + " shows more"));
        }
        try {
            Thread.sleep(backoff.pause(deaths));
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    private void runOnce() throws InterruptedException {
        Running running = process.launch().get();
        try {
            statusWriter.change(
                    process, status -> status.starting(running.process().toHandle()));
            awaitReady(running);
            statusWriter.change(process, ProcessStatus::ready);
            ready.complete(null);
            watch(running);
        } finally {
            running.stop().run();
        }
    }

    private static void awaitReady(Running running) throws InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!running.ready().getAsBoolean()) {
            if (running.process().waitFor(READY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ended(running.process());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + START_TIMEOUT.toSeconds() + " s");
            }
        }
    }

    private static void watch(Running running) throws InterruptedException {
        int failedChecks = 0;
        while (failedChecks < FAILED_CHECKS_MAX) {
            if (running.process().waitFor(LIVE_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ended(running.process());
            }
            failedChecks = running.live().getAsBoolean() ? 0 : failedChecks + 1;
        }
        throw new IllegalStateException("hung: its health check has failed for a minute");
    }

    private static IllegalStateException ended(Process process) {
        return new IllegalStateException(
                process.exitValue() == INCOMPATIBLE_DATA
                        ? "the stored data are of an incompatible version: ./dronectl reset deletes them"
                        : "ended with exit code " + process.exitValue());
    }
}
