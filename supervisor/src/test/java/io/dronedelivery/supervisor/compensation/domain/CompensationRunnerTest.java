package io.dronedelivery.supervisor.compensation.domain;

import static io.dronedelivery.supervisor.compensation.domain.CompensationFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompensationRunnerTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Step> ALL =
            List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE, Step.BOOK_SHIPMENT, Step.SCHEDULE);

    private final CompensationFixture fixture = new CompensationFixture();

    @Test
    void stepsAreUndoneInReverseOrderAfterTheAttemptIsClosed() {
        receive(ALL);

        done(fixture.runner.runDue());

        assertThat(fixture.services.calls("d", 1))
                .containsExactly("close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
        assertThat(fixture.services.closures)
                .containsExactly(new Closure(
                        "request-d", Refusal.UNAVAILABLE, "the drone service could not be reached in time"));
        assertThat(compensation().state()).isInstanceOf(Finished.class);
        assertThat(compensation().progress().undone()).hasSize(4);
    }

    @Test
    void onlyStepsThatMayHaveBeenDoneAreUndone() {
        receive(List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE));

        done(fixture.runner.runDue());

        assertThat(fixture.services.calls("d", 1)).containsExactly("close", "REGISTER_PACKAGE", "HOLD_MONEY");
    }

    @Test
    void ifNothingWasDoneTheAttemptIsOnlyClosed() {
        receive(List.of());

        done(fixture.runner.runDue());

        assertThat(fixture.services.calls("d", 1)).containsExactly("close");
        assertThat(compensation().state()).isInstanceOf(Finished.class);
    }

    @Test
    void ifTheAttemptSucceededAfterAllNothingIsUndone() {
        fixture.services.answer("d", 1, new Closed(false, null));
        receive(ALL);

        fixture.run(HOUR);

        assertThat(fixture.services.calls("d", 1)).containsExactly("close");
        assertThat(compensation().state()).isInstanceOf(Finished.class);
    }

    @Test
    void theScheduleThatAFailedRescheduleReplacedIsAskedForAgainOnce() {
        var restore = CompensationMessages.restore("d", fixture.now());
        fixture.services.answer("d", 1, new Closed(true, restore));
        receive(ALL);

        fixture.run(HOUR);

        assertThat(fixture.published).containsExactly(restore);
    }

    @Test
    void aCompensationThatComesAgainIsNotCarriedOutAgain() {
        receive(ALL);
        fixture.run(HOUR);
        Compensation before = compensation();

        receive(ALL);
        fixture.run(HOUR);

        assertThat(compensation()).isEqualTo(before);
        assertThat(fixture.services.calls("d", 1)).hasSize(5);
    }

    @Test
    void aFailedTaskIsTriedAgainWithGrowingPausesThenParkedUntilARetry() {
        receive(ALL);
        fixture.services.fail(() -> true, () -> false);

        done(fixture.runner.runDue());

        assertThat(compensation().state()).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.failure()).isEqualTo("closing the attempt failed: no answer");
            assertThat(waiting.tries()).isEqualTo(1);
            assertThat(Duration.between(fixture.now(), waiting.nextAt()))
                    .isBetween(Duration.ofMillis(700), Duration.ofMillis(1300));
        });

        fixture.run(HOUR);

        assertThat(compensation().state()).isInstanceOf(Parked.class);
        fixture.services.fail(() -> false, () -> false);
        fixture.run(HOUR);
        assertThat(fixture.services.calls).isEmpty();

        fixture.act("d", new Act.Retry(null));
        done(fixture.runner.runDue());

        assertThat(compensation().state()).isInstanceOf(Finished.class);
        assertThat(compensation().progress().calls()).isEqualTo(CompensationFixture.RETRY_POLICY.triesMax() + 5);
        assertThat(compensation().progress().failures()).isEqualTo(CompensationFixture.RETRY_POLICY.triesMax());
    }

    @Test
    void aRefusedTaskParksItsCompensationAtOnce() {
        fixture.services.refuse("d", 1, "REGISTER_PACKAGE", Refusal.ALREADY_ENDED);
        receive(ALL);

        done(fixture.runner.runDue());

        assertThat(compensation().state())
                .isEqualTo(new Parked(
                        fixture.now(), "undoing REGISTER_PACKAGE was refused: ALREADY_ENDED: no REGISTER_PACKAGE"));
        assertThat(fixture.services.calls("d", 1))
                .containsExactly("close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE");
    }

    @Test
    void theFailureOfOneStepDoesNotRepeatThoseBefore() {
        receive(ALL);
        fixture.services.fail(() -> fixture.services.calls.size() == 2, () -> false);
        fixture.run(Duration.ofSeconds(3));
        fixture.services.fail(() -> false, () -> false);

        fixture.run(HOUR);

        assertThat(fixture.services.calls("d", 1))
                .containsExactly("close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
    }

    @Test
    void pausesGrowUpToTheLongest() {
        for (int tries = 1; tries < 100; tries++) {
            Duration pause = CompensationFixture.RETRY_POLICY.backoff().pause(tries, new Random(tries));
            double expected = Math.min(Math.pow(2, tries - 1), 60);
            assertThat(pause.toMillis() / 1000.0).isBetween(expected * 0.69, expected * 1.31);
        }
    }

    private void receive(List<Step> steps) {
        CompensationRequested requested = CompensationMessages.compensation("d", 1, steps, fixture.now());
        done(fixture.intake.on(requested));
    }

    private Compensation compensation() {
        return fixture.compensation("d", 1);
    }
}
