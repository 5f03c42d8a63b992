package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.calls.DownstreamStatus;
import io.dronedelivery.chassis.messaging.Gate;
import io.dronedelivery.scheduler.IntakeStatus.State;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes no new request while the circuit of a service is open: it would only wait here rather than in its topic. While
 * the circuit is half open, each call of {@link #look} lets one request go, so that there is a call that can close it.
 */
final class CircuitGate implements Gate {
    private static final Logger log = Logger.getLogger(CircuitGate.class);

    private final Supplier<List<DownstreamStatus>> downstreams;
    private final InstantSource clock;
    private IntakeStatus standing;
    private @Nullable CompletableFuture<Void> waiting;

    CircuitGate(Supplier<List<DownstreamStatus>> downstreams, InstantSource clock) {
        this.downstreams = downstreams;
        this.clock = clock;
        this.standing = new IntakeStatus(State.OPEN, clock.instant(), List.of(), false);
    }

    @Override
    public synchronized CompletionStage<Void> pass() {
        if (update() == State.OPEN) {
            return CompletableFuture.completedFuture(null);
        }
        waiting = new CompletableFuture<>();
        return waiting;
    }

    /** Lets the request that waits go, if it may by now. To be called every now and then. */
    void look() {
        CompletableFuture<Void> next = next();
        if (next != null) {
            next.complete(null);
        }
    }

    /** How it stands. */
    synchronized IntakeStatus standing() {
        update();
        return standing.holding(waiting != null);
    }

    private synchronized @Nullable CompletableFuture<Void> next() {
        if (update() == State.PAUSED) {
            return null;
        }
        CompletableFuture<Void> next = waiting;
        waiting = null;
        return next;
    }

    private State update() {
        List<DownstreamStatus> shut = downstreams.get().stream()
                .filter(downstream -> downstream.circuit() != CircuitBreakerState.CLOSED)
                .toList();
        State now = state(shut);
        List<String> because = shut.stream().map(DownstreamStatus::name).toList();
        if (now != standing.state() || !because.equals(standing.because())) {
            standing = new IntakeStatus(now, clock.instant(), because, false);
            log.infof("intake changed state=%s because=%s", now, because);
        }
        return now;
    }

    private static State state(List<DownstreamStatus> shut) {
        if (shut.isEmpty()) {
            return State.OPEN;
        }
        return shut.stream().anyMatch(downstream -> downstream.circuit() == CircuitBreakerState.OPEN)
                ? State.PAUSED
                : State.PROBING;
    }
}
