package io.dronedelivery.supervisor.domain.compensation;

import static io.dronedelivery.supervisor.domain.compensation.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UndoingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Step> ALL =
            List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE, Step.BOOK_SHIPMENT, Step.SCHEDULE);

    private final World world = new World();

    @Test
    void stepsAreUndoneInReverseOrderAfterTheAttemptIsClosed() {
        receive(ALL);

        done(world.undoing.runDue());

        assertThat(world.services.calls("d", 1))
                .containsExactly("close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
        assertThat(world.services.closures)
                .containsExactly(new Closure(
                        "request-d", Refusal.UNAVAILABLE, "the drone service could not be reached in time"));
        assertThat(workflow().state()).isInstanceOf(Finished.class);
        assertThat(workflow().progress().undone()).hasSize(4);
    }

    @Test
    void onlyWhatMayHaveBeenDoneIsUndone() {
        receive(List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE));

        done(world.undoing.runDue());

        assertThat(world.services.calls("d", 1)).containsExactly("close", "REGISTER_PACKAGE", "HOLD_MONEY");
    }

    @Test
    void whereNothingWasDoneTheAttemptIsOnlyClosed() {
        receive(List.of());

        done(world.undoing.runDue());

        assertThat(world.services.calls("d", 1)).containsExactly("close");
        assertThat(workflow().state()).isInstanceOf(Finished.class);
    }

    @Test
    void whereTheAttemptSucceededAfterAllNothingIsUndone() {
        world.services.answer("d", 1, new Closed(false, null));
        receive(ALL);

        world.run(HOUR);

        assertThat(world.services.calls("d", 1)).containsExactly("close");
        assertThat(workflow().state()).isInstanceOf(Finished.class);
    }

    @Test
    void whatAFailedRescheduleReplacedIsAskedForAgainOnce() {
        var restore = Messages.restore("d", world.now());
        world.services.answer("d", 1, new Closed(true, restore));
        receive(ALL);

        world.run(HOUR);

        assertThat(world.published).containsExactly(restore);
    }

    @Test
    void aCompensationThatComesAgainIsNotCarriedOutAgain() {
        receive(ALL);
        world.run(HOUR);
        Workflow before = workflow();

        receive(ALL);
        world.run(HOUR);

        assertThat(workflow()).isEqualTo(before);
        assertThat(world.services.calls("d", 1)).hasSize(5);
    }

    @Test
    void whatFailsIsTriedAgainWithGrowingPausesThenParkedAndHealedByARetry() {
        receive(ALL);
        world.services.fail(() -> true, () -> false);

        done(world.undoing.runDue());

        assertThat(workflow().state()).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.failure()).isEqualTo("closing the attempt failed: no answer");
            assertThat(waiting.tries()).isEqualTo(1);
            assertThat(Duration.between(world.now(), waiting.nextAt()))
                    .isBetween(Duration.ofMillis(700), Duration.ofMillis(1300));
        });

        world.run(HOUR);

        assertThat(workflow().state()).isInstanceOf(Parked.class);
        world.services.fail(() -> false, () -> false);
        world.run(HOUR);
        assertThat(world.services.calls).isEmpty();

        world.act("d", new Act.Retry(null));
        done(world.undoing.runDue());

        assertThat(workflow().state()).isInstanceOf(Finished.class);
        assertThat(workflow().progress().calls()).isEqualTo(World.PATIENCE.triesMax() + 5);
        assertThat(workflow().progress().failures()).isEqualTo(World.PATIENCE.triesMax());
    }

    @Test
    void whatIsRefusedIsParkedAtOnce() {
        world.services.refuse("d", 1, "REGISTER_PACKAGE", Refusal.ALREADY_ENDED);
        receive(ALL);

        done(world.undoing.runDue());

        assertThat(workflow().state())
                .isEqualTo(new Parked(
                        world.now(), "undoing REGISTER_PACKAGE was refused: ALREADY_ENDED: no REGISTER_PACKAGE"));
        assertThat(world.services.calls("d", 1))
                .containsExactly("close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE");
    }

    @Test
    void theFailureOfOneStepDoesNotRepeatThoseBefore() {
        receive(ALL);
        world.services.fail(() -> world.services.calls.size() == 2, () -> false);
        world.run(Duration.ofSeconds(3));
        world.services.fail(() -> false, () -> false);

        world.run(HOUR);

        assertThat(world.services.calls("d", 1))
                .containsExactly("close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
    }

    @Test
    void pausesGrowUpToTheLongest() {
        for (int tries = 1; tries < 100; tries++) {
            Duration pause = World.PATIENCE.pause(tries, new Random(tries));
            double expected = Math.min(Math.pow(2, tries - 1), 60);
            assertThat(pause.toMillis() / 1000.0).isBetween(expected * 0.69, expected * 1.31);
        }
    }

    private void receive(List<Step> steps) {
        CompensationRequested requested = Messages.compensation("d", 1, steps, world.now());
        done(world.compensations.on(requested));
    }

    private Workflow workflow() {
        return world.workflow("d", 1);
    }
}
