package io.dronedelivery.supervisor.compensation.domain;

import static io.dronedelivery.supervisor.compensation.domain.CompensationFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.compensation.domain.State.AwaitingDrone;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Undecided;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String[] ALL = {"BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY"};

    private final CompensationFixture fixture = new CompensationFixture();

    @BeforeEach
    void aFlightFailed() {
        done(fixture.intake.on(CompensationMessages.interrupted("d", 1, 7, fixture.now())));
    }

    @Test
    void theDroneIsRecalledThenTheAttemptClosedAndUndoneAndTheDeliveryScheduledAnewOnce() {
        var restore = CompensationMessages.restore("d", fixture.now());
        fixture.services.answer("d", 1, new Closed(true, restore));

        fixture.run(HOUR);

        assertThat(fixture.services.calls("d", 1)).startsWith("recall", "close").endsWith(ALL);
        assertThat(fixture.services.closures).extracting(Closure::remedy).containsExactly(Remedy.SCHEDULE_ANEW);
        assertThat(fixture.published).containsExactly(restore);
    }

    @Test
    void theCompensationWaitsForASilentDroneAsLongAsItTakes() {
        fixture.services.fly("d", 1);
        var restore = CompensationMessages.restore("d", fixture.now());
        fixture.services.answer("d", 1, new Closed(true, restore));

        fixture.run(DAY);

        assertThat(state()).isInstanceOfSatisfying(AwaitingDrone.class, awaiting -> {
            assertThat(awaiting.failure()).isEqualTo("closing the attempt failed: its drone may still fly on");
            assertThat(Duration.between(awaiting.since(), fixture.now())).isGreaterThan(Duration.ofHours(23));
        });
        assertThat(fixture.services.calls("d", 1)).containsExactly("recall");
        assertThat(fixture.published).isEmpty();

        fixture.services.stop("d", 1);
        fixture.run(Duration.ofMinutes(2));

        assertThat(fixture.services.calls("d", 1)).startsWith("recall", "close").endsWith(ALL);
        assertThat(fixture.published).containsExactly(restore);
    }

    @Test
    void afterADroneIsWrittenOffARetryGoesOnAtOnce() {
        fixture.services.fly("d", 1);
        fixture.run(HOUR);
        fixture.services.stop("d", 1);

        fixture.act("d", new Act.Retry("written off"));
        done(fixture.runner.runDue());

        assertThat(state()).isInstanceOf(Finished.class);
    }

    @Test
    void ifTheDroneCannotBeRecalledTheCompensationIsParked() {
        fixture.services.fail(() -> true, () -> false);

        fixture.run(HOUR);

        assertThat(state()).isInstanceOfSatisfying(Parked.class, parked -> assertThat(parked.failure())
                .isEqualTo("recalling the drone failed: no answer"));
    }

    @Test
    void ifTheParcelIsOutThereAPersonIsAskedAndNothingIsUndoneMeanwhile() {
        fixture.services.pickUp("d", 1);

        fixture.run(HOUR);

        assertThat(state()).isInstanceOfSatisfying(Undecided.class, undecided -> {
            assertThat(undecided.because()).isEqualTo("the parcel is on its way");
            assertThat(Duration.between(undecided.since(), undecided.until()))
                    .isEqualTo(CompensationFixture.RETRY_POLICY.decideWithin());
        });
        assertThat(fixture.services.calls("d", 1)).containsExactly("recall", "close");
    }

    @Test
    void aDecisionIsCarriedOutAtOnce() {
        fixture.services.pickUp("d", 1);
        fixture.run(HOUR);
        fixture.services.answer("d", 1, new Closed(false, null));

        fixture.act("d", new Act.Decide(Remedy.HANDED_OVER, "the neighbour has it"));
        done(fixture.runner.runDue());

        assertThat(fixture.services.calls("d", 1)).containsExactly("recall", "close", "close");
        assertThat(fixture.services.closures.getLast())
                .isEqualTo(new Closure(
                        "d/7", Refusal.FLIGHT_FAILED, "the link to the drone was lost", Remedy.HANDED_OVER));
        assertThat(state()).isInstanceOf(Finished.class);
    }

    @Test
    void ifNobodyDecidesInTimeTheDeliveryIsGivenUp() {
        fixture.services.pickUp("d", 1);
        fixture.run(HOUR);
        Instant until = ((Undecided) state()).until();

        fixture.run(DAY);

        assertThat(fixture.services.closures)
                .extracting(Closure::remedy)
                .containsExactly(Remedy.SCHEDULE_ANEW, Remedy.GIVE_UP);
        assertThat(fixture.services.calls("d", 1)).endsWith(ALL);
        assertThat(fixture.compensation("d", 1).journal()).singleElement().satisfies(entry -> {
            assertThat(entry.operator()).isEqualTo(JournalEntry.NOBODY);
            assertThat(entry.at()).isBetween(until, until.plusSeconds(5));
            assertThat(entry.act()).isEqualTo(new Act.Decide(Remedy.GIVE_UP, "nobody decided in time"));
        });
    }

    @Test
    void aDecisionThatIsRefusedIsParkedAndMayBeTakenAnew() {
        fixture.services.pickUp("d", 1);
        fixture.run(HOUR);
        fixture.services.refuse("d", 1, "close", Refusal.ALREADY_PICKED_UP);
        fixture.act("d", new Act.Decide(Remedy.PARCEL_RECOVERED, "said the driver"));
        fixture.run(HOUR);
        assertThat(state()).isInstanceOf(Parked.class);

        fixture.services.grant("d", 1, "close");
        fixture.act("d", new Act.Decide(Remedy.RETURNED, "it is at the sender's"));
        fixture.run(HOUR);

        assertThat(fixture.services.closures.getLast().remedy()).isEqualTo(Remedy.RETURNED);
        assertThat(state()).isInstanceOf(Finished.class);
        assertThat(fixture.compensation("d", 1).journal()).hasSize(2);
    }

    @Test
    void anOutageOfDeliveryDuringARecoveryIsWaitedOut() {
        fixture.pass(CompensationFixture.GRACE);
        fixture.services.fail(() -> fixture.services.calls.size() == 1, () -> false);

        done(fixture.runner.runDue());

        assertThat(state()).isInstanceOf(Waiting.class);
        fixture.run(HOUR);
        assertThat(state()).isInstanceOf(AwaitingDrone.class);
        fixture.services.fail(() -> false, () -> false);
        fixture.run(HOUR);
        assertThat(state()).isInstanceOf(Finished.class);
    }

    private State state() {
        return fixture.compensation("d", 1).state();
    }
}
