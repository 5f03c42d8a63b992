package io.dronedelivery.supervisor.domain.compensation;

import static io.dronedelivery.supervisor.domain.compensation.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.Act.Kind;
import io.dronedelivery.supervisor.domain.compensation.Progress.Undone;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Resolved;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import io.dronedelivery.supervisor.domain.compensation.Verdict.NotNow;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final List<Step> ALL =
            List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE, Step.SCHEDULE);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Act RETRY = new Act.Retry(null);
    private static final Act RESOLVE = new Act.Resolve("settled with the customer");
    private static final Act DECIDE = new Act.Decide(Remedy.RETURNED, "it is at the sender's");

    private final World world = new World();
    private final Closed closed = new Closed(true, Messages.restore("d", world.now()));

    @BeforeEach
    void undoingTheReservationIsRefused() {
        world.services.answer("d", 1, closed);
        world.services.refuse("d", 1, "RESERVE_DRONE", Refusal.ALREADY_ENDED);
        done(world.compensations.on(Messages.compensation("d", 1, ALL, world.now())));
        done(world.undoing.runDue());
        assertThat(workflow().state()).isInstanceOf(Parked.class);
        world.pass(HOUR);
    }

    @Test
    void aRetryGoesOnWhereItStood() {
        world.services.grant("d", 1, "RESERVE_DRONE");

        world.act("d", new Act.Retry("mended"));
        done(world.undoing.runDue());

        assertThat(workflow().state()).isEqualTo(new Finished(world.now()));
        assertThat(world.services.calls("d", 1))
                .containsExactly("close", "RESERVE_DRONE", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY");
        assertThat(workflow().journal()).containsExactly(new JournalEntry(world.now(), "ada", new Act.Retry("mended")));
    }

    @Test
    void anEditLeavesOutWhatWasSettledByHand() {
        Act edit = new Act.Edit(Set.of(Step.HOLD_MONEY), "drone and parcel are back");

        world.act("d", edit);
        done(world.undoing.runDue());

        assertThat(world.services.calls("d", 1)).containsExactly("close", "RESERVE_DRONE", "HOLD_MONEY");
        assertThat(workflow().progress().undone())
                .containsExactly(
                        new Undone(Step.RESERVE_DRONE, world.now(), "ada"),
                        new Undone(Step.REGISTER_PACKAGE, world.now(), "ada"),
                        new Undone(Step.HOLD_MONEY, world.now(), null));
        assertThat(workflow().journal()).containsExactly(new JournalEntry(world.now(), "ada", edit));
        assertThat(world.published).containsExactly(closed.restore());
    }

    @Test
    void onlyWhatIsNotUndoneYetCanBeLeftToUndo() {
        Workflow before = workflow();

        assertThat(world.act("d", new Act.Edit(EnumSet.of(Step.HOLD_MONEY, Step.SCHEDULE), "why not")))
                .isEqualTo(new Verdict.NotToUndo(
                        Set.of(Step.SCHEDULE), List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE)));

        assertThat(workflow()).isEqualTo(before);
    }

    @Test
    void aResolutionEndsItAsItStandsAndTheCustomerGetsTheFormerScheduleBackOnce() {
        world.act("d", RESOLVE);
        world.run(HOUR);

        assertThat(workflow().state()).isInstanceOf(Resolved.class);
        assertThat(workflow().journal()).extracting(JournalEntry::act).containsExactly(RESOLVE);
        assertThat(world.services.calls("d", 1)).containsExactly("close", "RESERVE_DRONE");
        assertThat(world.published).containsExactly(closed.restore());
        assertThat(world.act("d", RETRY)).isEqualTo(new NotNow(Status.RESOLVED, Set.of()));
    }

    @Test
    void onlyAFailedFlightIsDecidedOn() {
        assertThat(world.act("d", DECIDE))
                .isEqualTo(new NotNow(Status.PARKED, Set.of(Kind.RETRY, Kind.STEPS, Kind.RESOLUTION)));
        assertThat(workflow().journal()).isEmpty();
    }

    @Test
    void whatGoesOnByItselfIsLeftAlone() {
        done(world.compensations.on(Messages.interrupted("flight", 1, 7, world.now())));

        assertThat(world.act("flight", RETRY)).isEqualTo(new NotNow(Status.WAITING, Set.of()));
        assertThat(world.act("flight", RESOLVE)).isEqualTo(new NotNow(Status.WAITING, Set.of()));
        assertThat(world.act("unheard-of", RETRY)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void whatPausesAfterAFailureCanBeRetriedSooner() {
        world.services.fail(() -> true, () -> false);
        world.act("d", RETRY);
        done(world.undoing.runDue());
        assertThat(workflow().state()).isInstanceOf(Waiting.class);

        world.services.fail(() -> false, () -> false);
        world.services.grant("d", 1, "RESERVE_DRONE");
        world.act("d", RETRY);
        done(world.undoing.runDue());

        assertThat(workflow().state()).isInstanceOf(Finished.class);
    }

    @Test
    void ofTwoThatActAtOnceTheSecondSeesWhatTheFirstHasLeft() {
        InterposingWorkflows interposed = new InterposingWorkflows(world.workflows, () -> world.act("d", RESOLVE));
        Operations second = new Operations(interposed, world::now);

        Verdict verdict = done(second.act("d", 1, "bob", RETRY));

        assertThat(verdict).isEqualTo(new NotNow(Status.RESOLVED, Set.of()));
        assertThat(workflow().journal()).extracting(JournalEntry::operator).containsExactly("ada");
        assertThat(world.published).hasSize(1);
    }

    @Test
    void anInspectionShowsWhatItCostAndWhatIsNext() {
        Inspection parked = world.inspection("d", 1);

        assertThat(parked.toUndo()).containsExactly(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE);
        assertThat(parked.next()).isEqualTo(new Inspection.Next("undoing RESERVE_DRONE", null));
        assertThat(parked.cost()).isEqualTo(new Inspection.Cost(new Money(1250, "EUR"), 2, 1, HOUR.toSeconds()));
        assertThat(parked.possible()).containsExactly(Kind.RETRY, Kind.STEPS, Kind.RESOLUTION);

        world.act("d", RESOLVE);
        world.pass(HOUR);

        Inspection resolved = world.inspection("d", 1);
        assertThat(resolved.next()).isNull();
        assertThat(resolved.cost().seconds()).isEqualTo(HOUR.toSeconds());
        assertThat(resolved.possible()).isEmpty();
    }

    @Test
    void aFlightThatFailsLaterDoesNotEraseTheJournal() {
        world.services.refuse("e", 1, "close", Refusal.NOT_FOUND);
        done(world.compensations.on(Messages.compensation("e", 1, ALL, world.now())));
        done(world.undoing.runDue());
        world.act("e", RESOLVE);

        done(world.compensations.on(Messages.interrupted("e", 1, 7, world.now())));

        Workflow recovery = world.workflow("e", 1);
        assertThat(recovery.next()).isEqualTo(new Task.Recall());
        assertThat(recovery.journal()).extracting(JournalEntry::act).containsExactly(RESOLVE);
        assertThat(recovery.progress().calls()).isEqualTo(1);
        assertThat(recovery.price()).isEqualTo(new Money(1250, "EUR"));
    }

    private Workflow workflow() {
        return world.workflow("d", 1);
    }
}
