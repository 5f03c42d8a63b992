package io.dronedelivery.supervisor.compensation.domain;

import static io.dronedelivery.supervisor.compensation.domain.CompensationFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.Act.Kind;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.compensation.domain.Progress.Undone;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Resolved;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import io.dronedelivery.supervisor.compensation.domain.operations.ActResult;
import io.dronedelivery.supervisor.compensation.domain.operations.ActResult.NotPossible;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationOperations;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationView;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompensationOperationsTest {
    private static final List<Step> ALL =
            List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE, Step.SCHEDULE);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Act RETRY = new Act.Retry(null);
    private static final Act RESOLVE = new Act.Resolve("settled with the customer");
    private static final Act DECIDE = new Act.Decide(Remedy.RETURNED, "it is at the sender's");

    private final CompensationFixture fixture = new CompensationFixture();
    private final Closed closed = new Closed(true, CompensationMessages.restore("d", fixture.now()));

    @BeforeEach
    void undoingTheReservationIsRefused() {
        fixture.services.answer("d", 1, closed);
        fixture.services.refuse("d", 1, "RESERVE_DRONE", Refusal.ALREADY_ENDED);
        done(fixture.intake.on(CompensationMessages.compensation("d", 1, ALL, fixture.now())));
        done(fixture.runner.runDue());
        assertThat(compensation().state()).isInstanceOf(Parked.class);
        fixture.pass(HOUR);
    }

    @Test
    void aRetryGoesOnWhereItStood() {
        fixture.services.grant("d", 1, "RESERVE_DRONE");

        fixture.act("d", new Act.Retry("mended"));
        done(fixture.runner.runDue());

        assertThat(compensation().state()).isEqualTo(new Finished(fixture.now()));
        assertThat(fixture.services.calls("d", 1))
                .containsExactly("close", "RESERVE_DRONE", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
        assertThat(compensation().journal())
                .containsExactly(new JournalEntry(fixture.now(), "ada", new Act.Retry("mended")));
    }

    @Test
    void anEditLeavesOutTheStepsThatWereSettledByHand() {
        Act edit = new Act.Edit(Set.of(Step.HOLD_MONEY), "drone and parcel are back");

        fixture.act("d", edit);
        done(fixture.runner.runDue());

        assertThat(fixture.services.calls("d", 1)).containsExactly("close", "RESERVE_DRONE", "HOLD_MONEY");
        assertThat(compensation().progress().undone())
                .containsExactly(
                        new Undone(Step.RESERVE_DRONE, fixture.now(), "ada"),
                        new Undone(Step.REGISTER_PACKAGE, fixture.now(), "ada"),
                        new Undone(Step.HOLD_MONEY, fixture.now(), null));
        assertThat(compensation().journal()).containsExactly(new JournalEntry(fixture.now(), "ada", edit));
        assertThat(fixture.published).containsExactly(closed.restore());
    }

    @Test
    void onlyStepsThatAreNotUndoneYetCanBeNamedInAnEdit() {
        Compensation before = compensation();

        assertThat(fixture.act("d", new Act.Edit(EnumSet.of(Step.HOLD_MONEY, Step.SCHEDULE), "why not")))
                .isEqualTo(new ActResult.NotToUndo(
                        Set.of(Step.SCHEDULE), List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE)));

        assertThat(compensation()).isEqualTo(before);
    }

    @Test
    void aResolutionEndsItAsItStandsAndTheCustomerGetsTheFormerScheduleBackOnce() {
        fixture.act("d", RESOLVE);
        fixture.run(HOUR);

        assertThat(compensation().state()).isInstanceOf(Resolved.class);
        assertThat(compensation().journal()).extracting(JournalEntry::act).containsExactly(RESOLVE);
        assertThat(fixture.services.calls("d", 1)).containsExactly("close", "RESERVE_DRONE");
        assertThat(fixture.published).containsExactly(closed.restore());
        assertThat(fixture.act("d", RETRY)).isEqualTo(new NotPossible(Status.RESOLVED, Set.of()));
    }

    @Test
    void onlyAFailedFlightIsDecidedOn() {
        assertThat(fixture.act("d", DECIDE))
                .isEqualTo(new NotPossible(Status.PARKED, Set.of(Kind.RETRY, Kind.STEPS, Kind.RESOLUTION)));
        assertThat(compensation().journal()).isEmpty();
    }

    @Test
    void noActIsPossibleWhileACompensationGoesOnByItself() {
        done(fixture.intake.on(CompensationMessages.interrupted("flight", 1, 7, fixture.now())));

        assertThat(fixture.act("flight", RETRY)).isEqualTo(new NotPossible(Status.WAITING, Set.of()));
        assertThat(fixture.act("flight", RESOLVE)).isEqualTo(new NotPossible(Status.WAITING, Set.of()));
        assertThat(fixture.act("unheard-of", RETRY)).isEqualTo(new ActResult.Unknown());
    }

    @Test
    void aCompensationThatPausesAfterAFailureCanBeRetriedAtOnce() {
        fixture.services.fail(() -> true, () -> false);
        fixture.act("d", RETRY);
        done(fixture.runner.runDue());
        assertThat(compensation().state()).isInstanceOf(Waiting.class);

        fixture.services.fail(() -> false, () -> false);
        fixture.services.grant("d", 1, "RESERVE_DRONE");
        fixture.act("d", RETRY);
        done(fixture.runner.runDue());

        assertThat(compensation().state()).isInstanceOf(Finished.class);
    }

    @Test
    void ifTwoOperatorsActAtOnceTheSecondActsOnWhatTheFirstHasLeft() {
        InterposingCompensations interposed =
                new InterposingCompensations(fixture.compensations, () -> fixture.act("d", RESOLVE));
        CompensationOperations second = new CompensationOperations(interposed, fixture::now);

        ActResult verdict = done(second.act("d", 1, "bob", RETRY));

        assertThat(verdict).isEqualTo(new NotPossible(Status.RESOLVED, Set.of()));
        assertThat(compensation().journal()).extracting(JournalEntry::operator).containsExactly("ada");
        assertThat(fixture.published).hasSize(1);
    }

    @Test
    void aViewShowsWhatTheCompensationCostAndWhatIsNext() {
        CompensationView parked = fixture.view("d", 1);

        assertThat(parked.toUndo()).containsExactly(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE);
        assertThat(parked.next()).isEqualTo(new CompensationView.Next("undoing RESERVE_DRONE", null));
        assertThat(parked.cost()).isEqualTo(new CompensationView.Cost(new Money(1250, "EUR"), 2, 1, HOUR.toSeconds()));
        assertThat(parked.possible()).containsExactly(Kind.RETRY, Kind.STEPS, Kind.RESOLUTION);

        fixture.act("d", RESOLVE);
        fixture.pass(HOUR);

        CompensationView resolved = fixture.view("d", 1);
        assertThat(resolved.next()).isNull();
        assertThat(resolved.cost().seconds()).isEqualTo(HOUR.toSeconds());
        assertThat(resolved.possible()).isEmpty();
    }

    @Test
    void aFlightThatFailsLaterDoesNotEraseTheJournal() {
        fixture.services.refuse("e", 1, "close", Refusal.NOT_FOUND);
        done(fixture.intake.on(CompensationMessages.compensation("e", 1, ALL, fixture.now())));
        done(fixture.runner.runDue());
        fixture.act("e", RESOLVE);

        done(fixture.intake.on(CompensationMessages.interrupted("e", 1, 7, fixture.now())));

        Compensation recovery = fixture.compensation("e", 1);
        assertThat(recovery.next()).isEqualTo(new Task.Recall());
        assertThat(recovery.journal()).extracting(JournalEntry::act).containsExactly(RESOLVE);
        assertThat(recovery.progress().calls()).isEqualTo(1);
        assertThat(recovery.price()).isEqualTo(new Money(1250, "EUR"));
    }

    private Compensation compensation() {
        return fixture.compensation("d", 1);
    }
}
