package io.dronedelivery.local;

import io.dronedelivery.local.SystemStatus.Phase;
import io.dronedelivery.simulator.FleetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The system from its start to its end. */
final class SystemRun {
    private final Parts parts;
    private final StatusBoard board;
    private final UnaryOperator<Part> change;
    private final List<List<Keeper>> started = new ArrayList<>();
    private boolean stopped;

    SystemRun(Parts parts, StatusBoard board) {
        this(parts, board, UnaryOperator.identity());
    }

    /**
     * A system whose parts are not run as they are.
     *
     * @param change what is run instead of each
     */
    SystemRun(Parts parts, StatusBoard board, UnaryOperator<Part> change) {
        this.parts = parts;
        this.board = board;
        this.change = change;
    }

    /** In the order they are started. */
    static List<Part> all(Parts parts) {
        return Stream.of(parts.infrastructure(), parts.services(), List.of(parts.simulator()))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns when all is ready. */
    void start() {
        start(parts.infrastructure());
        start(parts.services());
        new Seeding().seed(FleetPlan.load());
        start(List.of(parts.simulator()));
        board.phase(Phase.READY);
    }

    private void start(List<Part> stage) {
        CompletableFuture<Void> allReady = new CompletableFuture<>();
        List<Keeper> keepers = begin(stage);
        keepers.forEach(keeper -> keeper.ready().exceptionally(failure -> {
            allReady.completeExceptionally(failure);
            return null;
        }));
        CompletableFuture.allOf(keepers.stream().map(Keeper::ready).toArray(CompletableFuture[]::new))
                .thenRun(() -> allReady.complete(null));
        try {
            allReady.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Complaint complaint ? complaint : failed;
        }
    }

    /** Not while stopping: what is started then would stay. */
    private synchronized List<Keeper> begin(List<Part> stage) {
        if (stopped) {
            throw new Complaint("stopped while starting");
        }
        List<Keeper> keepers = stage.stream()
                .map(change)
                .map(part -> new Keeper(part, board, BackOff.USUAL))
                .toList();
        keepers.forEach(Keeper::start);
        started.addFirst(keepers);
        return keepers;
    }

    /** Ends everything, what was started last first. */
    synchronized void stop() {
        stopped = true;
        board.phase(Phase.STOPPING);
        started.forEach(SystemRun::stop);
        board.phase(Phase.STOPPED);
    }

    private static void stop(List<Keeper> stage) {
        try (ExecutorService together = Executors.newThreadPerTaskExecutor(Thread::new)) {
            stage.forEach(keeper -> together.execute(keeper::stop));
        }
    }
}
