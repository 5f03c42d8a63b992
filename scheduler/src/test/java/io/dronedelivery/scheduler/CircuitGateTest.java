package io.dronedelivery.scheduler;

import static io.smallrye.faulttolerance.api.CircuitBreakerState.CLOSED;
import static io.smallrye.faulttolerance.api.CircuitBreakerState.HALF_OPEN;
import static io.smallrye.faulttolerance.api.CircuitBreakerState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.calls.DownstreamStatus;
import io.dronedelivery.scheduler.IntakeStatus.State;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CircuitGateTest {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private CircuitBreakerState drone = CLOSED;
    private CircuitBreakerState accounting = CLOSED;
    private final CircuitGate gate =
            new CircuitGate(() -> List.of(standing("accounting", accounting), standing("drone", drone)), () -> now);

    @Test
    void requestsGoWhileAllCircuitsAreClosed() {
        assertThat(pass()).isDone();
        assertThat(gate.standing()).isEqualTo(new IntakeStatus(State.OPEN, now, List.of(), false));
    }

    @Test
    void aRequestWaitsWhileACircuitIsOpen() {
        drone = OPEN;
        accounting = HALF_OPEN;

        CompletableFuture<Void> request = pass();
        gate.look();

        assertThat(request).isNotDone();
        assertThat(gate.standing())
                .isEqualTo(new IntakeStatus(State.PAUSED, now, List.of("accounting", "drone"), true));
    }

    @Test
    void itGoesOnceTheCircuitIsClosed() {
        drone = OPEN;
        CompletableFuture<Void> request = pass();
        now = now.plusSeconds(9);
        drone = CLOSED;

        gate.look();

        assertThat(request).isDone();
        assertThat(pass()).isDone();
        assertThat(gate.standing()).isEqualTo(new IntakeStatus(State.OPEN, now, List.of(), false));
    }

    @Test
    void oneRequestAtEachLookGoesToSeeWhetherTheServiceIsBack() {
        drone = HALF_OPEN;
        CompletableFuture<Void> first = pass();
        assertThat(first).isNotDone();

        gate.look();
        assertThat(first).isDone();
        CompletableFuture<Void> second = pass();
        assertThat(second).isNotDone();

        gate.look();
        assertThat(second).isDone();
        assertThat(gate.standing().state()).isEqualTo(State.PROBING);
        assertThat(gate.standing().holding()).isFalse();
    }

    @Test
    void aLookWithNothingWaitingLetsNobodyGoLater() {
        drone = HALF_OPEN;
        gate.look();

        assertThat(pass()).isNotDone();
    }

    private CompletableFuture<Void> pass() {
        return gate.pass().toCompletableFuture();
    }

    private DownstreamStatus standing(String name, CircuitBreakerState circuit) {
        return new DownstreamStatus(name, circuit, now, null, 0, 16);
    }
}
