package io.dronedelivery.supervisor.compensation.domain;

import static io.dronedelivery.supervisor.compensation.domain.CompensationFixture.done;
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
    private final CompensationFixture fixture = new CompensationFixture();

    @Test
    void afterAFailedFlightAllIsUndoneOnceTheGraceIsOver() {
        interrupt(7);

        fixture.run(Duration.ofMinutes(9));
        assertThat(fixture.services.calls).isEmpty();

        fixture.run(Duration.ofMinutes(2));
        assertThat(fixture.services.calls("d", 1)).isEqualTo(ALL);
        assertThat(fixture.services.closures)
                .containsExactly(new Closure(
                        "d/7", Refusal.FLIGHT_FAILED, "the link to the drone was lost", Remedy.SCHEDULE_ANEW));
    }

    @Test
    void aFlightThatEndsWellWithinTheGraceKeepsWhatItHas() {
        interrupt(7);
        fixture.services.answer("d", 1, new Closed(false, null));
        done(fixture.intake.on(CompensationMessages.completed("d", 1, 8, fixture.now())));

        fixture.run(HOUR);

        assertThat(fixture.services.calls("d", 1)).containsExactly("recall", "close");
    }

    @Test
    void anInterruptionThatIsToldTwiceChangesNothing() {
        interrupt(7);
        fixture.run(HOUR);
        Compensation before = fixture.compensation("d", 1);

        interrupt(7);
        fixture.run(HOUR);

        assertThat(fixture.compensation("d", 1)).isEqualTo(before);
        assertThat(fixture.services.calls("d", 1)).isEqualTo(ALL);
    }

    @Test
    void aFlightMayFailAfterACompensationFoundNothingToUndo() {
        fixture.services.answer("d", 1, new Closed(false, null));
        compensate();
        fixture.run(HOUR);

        fixture.services.answer("d", 1, new Closed(true, null));
        interrupt(7);
        fixture.run(HOUR);

        assertThat(fixture.services.calls("d", 1)).startsWith("close").endsWith(ALL.toArray(String[]::new));
    }

    @Test
    void anInterruptionDoesNotHoldUpAnAttemptThatIsBeingUndone() {
        compensate();
        fixture.services.fail(() -> fixture.services.calls.size() == 1, () -> false);
        done(fixture.runner.runDue());
        Compensation before = fixture.compensation("d", 1);

        interrupt(7);

        assertThat(fixture.compensation("d", 1)).isEqualTo(before);
    }

    @Test
    void anInterruptionThatComesFirstCoversALateCompensation() {
        interrupt(7);
        compensate();

        fixture.run(HOUR);

        assertThat(fixture.services.calls("d", 1)).isEqualTo(ALL);
    }

    private void interrupt(long version) {
        done(fixture.intake.on(CompensationMessages.interrupted("d", 1, version, fixture.now())));
    }

    private void compensate() {
        done(fixture.intake.on(CompensationMessages.compensation("d", 1, List.of(Step.HOLD_MONEY), fixture.now())));
    }
}
