package io.dronedelivery.supervisor.domain.compensation;

import static io.dronedelivery.supervisor.domain.compensation.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> ALL =
            List.of("recall", "close", "BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
    private final World world = new World();

    @Test
    void afterAFailedFlightAllIsUndoneOnceTheGraceIsOver() {
        interrupt(7);

        world.run(Duration.ofMinutes(9));
        assertThat(world.services.calls).isEmpty();

        world.run(Duration.ofMinutes(2));
        assertThat(world.services.calls("d", 1)).isEqualTo(ALL);
        assertThat(world.services.closures)
                .containsExactly(new Closure(
                        "d/7", Refusal.FLIGHT_FAILED, "the link to the drone was lost", Remedy.SCHEDULE_ANEW));
    }

    @Test
    void aFlightThatEndsWellWithinTheGraceKeepsWhatItHas() {
        interrupt(7);
        world.services.answer("d", 1, new Closed(false, null));
        done(world.compensations.on(Messages.completed("d", 1, 8, world.now())));

        world.run(HOUR);

        assertThat(world.services.calls("d", 1)).containsExactly("recall", "close");
    }

    @Test
    void anInterruptionThatIsToldTwiceChangesNothing() {
        interrupt(7);
        world.run(HOUR);
        Workflow before = world.workflow("d", 1);

        interrupt(7);
        world.run(HOUR);

        assertThat(world.workflow("d", 1)).isEqualTo(before);
        assertThat(world.services.calls("d", 1)).isEqualTo(ALL);
    }

    @Test
    void aFlightMayFailAfterACompensationFoundNothingToUndo() {
        world.services.answer("d", 1, new Closed(false, null));
        compensate();
        world.run(HOUR);

        world.services.answer("d", 1, new Closed(true, null));
        interrupt(7);
        world.run(HOUR);

        assertThat(world.services.calls("d", 1)).startsWith("close").endsWith(ALL.toArray(String[]::new));
    }

    @Test
    void whatIsBeingUndoneAnywayIsNotHeldUpByAnInterruption() {
        compensate();
        world.services.fail(() -> world.services.calls.size() == 1, () -> false);
        done(world.undoing.runDue());
        Workflow before = world.workflow("d", 1);

        interrupt(7);

        assertThat(world.workflow("d", 1)).isEqualTo(before);
    }

    @Test
    void anInterruptionThatComesFirstCoversALateCompensation() {
        interrupt(7);
        compensate();

        world.run(HOUR);

        assertThat(world.services.calls("d", 1)).isEqualTo(ALL);
    }

    private void interrupt(long version) {
        done(world.compensations.on(Messages.interrupted("d", 1, version, world.now())));
    }

    private void compensate() {
        done(world.compensations.on(Messages.compensation("d", 1, List.of(Step.HOLD_MONEY), world.now())));
    }
}
