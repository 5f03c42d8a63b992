package io.dronedelivery.local;

import io.dronedelivery.local.Part.Running;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Keeps one process running: starts it, watches it, and starts it again when it dies or hangs. */
final class Keeper {
    private static final int DEATHS_BEFORE_FIRST_READY_MAX = 3;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration READY_POLL = Duration.ofMillis(100);
    private static final Duration LIVE_POLL = Duration.ofSeconds(5);
    private static final int DEAF_POLLS_MAX = 12; // a minute: a busy machine must not look like a hung process

    private final Part part;
    private final StatusBoard board;
    private final BackOff backOff;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;

    Keeper(Part part, StatusBoard board, BackOff backOff) {
        this.part = part;
        this.board = board;
        this.backOff = backOff;
        this.thread = Thread.ofPlatform().daemon().name("keeper-" + part.name()).unstarted(this::keep);
    }

    void start() {
        thread.start();
    }

    /** Completes when it is ready for the first time, or fails when it seems that it never will be. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Ends the process in order, and returns when it has ended. */
    void stop() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        board.change(part, PartStatus::stopped);
    }

    private void keep() {
        int deaths = 0;
        while (!stopping) {
            long start = System.nanoTime();
            try {
                runOnce();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException ended) {
                boolean forgiven =
                        System.nanoTime() - start > backOff.forgiven().toNanos();
                deaths = forgiven ? 1 : deaths + 1;
                if (!stopping && !rested(deaths, String.valueOf(ended.getMessage()))) {
                    return;
                }
            }
        }
    }

    private boolean rested(int deaths, String why) {
        board.change(part, status -> status.waiting(why));
        if (deaths >= DEATHS_BEFORE_FIRST_READY_MAX) {
            ready.completeExceptionally(new Complaint(
                    part.name() + " does not start: " + why + "; ./dronectl logs " + part.name() + " shows more"));
        }
        try {
            Thread.sleep(backOff.after(deaths));
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    private void runOnce() throws InterruptedException {
        Running running = part.launch().get();
        try {
            board.change(part, status -> status.starting(running.process().toHandle()));
            awaitReady(running);
            board.change(part, PartStatus::ready);
            ready.complete(null);
            watch(running);
        } finally {
            running.stop().run();
        }
    }

    private static void awaitReady(Running running) throws InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!running.ready().getAsBoolean()) {
            if (running.process().waitFor(READY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ended(running.process());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + START_PATIENCE.toSeconds() + " s");
            }
        }
    }

    private static void watch(Running running) throws InterruptedException {
        int deaf = 0;
        while (deaf < DEAF_POLLS_MAX) {
            if (running.process().waitFor(LIVE_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ended(running.process());
            }
            deaf = running.live().getAsBoolean() ? 0 : deaf + 1;
        }
        throw new IllegalStateException("hung: its health check has failed for a minute");
    }

    private static IllegalStateException ended(Process process) {
        return new IllegalStateException("ended with exit code " + process.exitValue());
    }
}
