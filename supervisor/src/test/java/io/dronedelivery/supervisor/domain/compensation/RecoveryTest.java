package io.dronedelivery.supervisor.domain.compensation;

import static io.dronedelivery.supervisor.domain.compensation.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.supervisor.domain.compensation.State.AwaitingDrone;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Undecided;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String[] ALL = {"BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY"};

    private final World world = new World();

    @BeforeEach
    void aFlightFailed() {
        done(world.compensations.on(Messages.interrupted("d", 1, 7, world.now())));
    }

    @Test
    void theDroneIsRecalledThenTheAttemptClosedAndUndoneAndTheDeliveryScheduledAnewOnce() {
        var restore = Messages.restore("d", world.now());
        world.services.answer("d", 1, new Closed(true, restore));

        world.run(HOUR);

        assertThat(world.services.calls("d", 1)).startsWith("recall", "close").endsWith(ALL);
        assertThat(world.services.closures).extracting(Closure::remedy).containsExactly(Remedy.SCHEDULE_ANEW);
        assertThat(world.published).containsExactly(restore);
    }

    @Test
    void aSilentDroneIsWaitedForAsLongAsItTakes() {
        world.services.fly("d", 1);
        var restore = Messages.restore("d", world.now());
        world.services.answer("d", 1, new Closed(true, restore));

        world.run(DAY);

        assertThat(state()).isInstanceOfSatisfying(AwaitingDrone.class, awaiting -> {
            assertThat(awaiting.failure()).isEqualTo("closing the attempt failed: its drone may still fly on");
            assertThat(Duration.between(awaiting.since(), world.now())).isGreaterThan(Duration.ofHours(23));
        });
        assertThat(world.services.calls("d", 1)).containsExactly("recall");
        assertThat(world.published).isEmpty();

        world.services.stop("d", 1);
        world.run(Duration.ofMinutes(2));

        assertThat(world.services.calls("d", 1)).startsWith("recall", "close").endsWith(ALL);
        assertThat(world.published).containsExactly(restore);
    }

    @Test
    void whoWritesADroneOffNeedNotWaitForTheNextTry() {
        world.services.fly("d", 1);
        world.run(HOUR);
        world.services.stop("d", 1);

        world.act("d", new Act.Retry("written off"));
        done(world.undoing.runDue());

        assertThat(state()).isInstanceOf(Finished.class);
    }

    @Test
    void whereTheDroneCannotBeRecalledTheWorkflowIsParkedAsEver() {
        world.services.fail(() -> true, () -> false);

        world.run(HOUR);

        assertThat(state()).isInstanceOfSatisfying(Parked.class, parked -> assertThat(parked.failure())
                .isEqualTo("recalling the drone failed: no answer"));
    }

    @Test
    void whereTheParcelIsOutThereAPersonIsAskedAndNothingIsUndoneMeanwhile() {
        world.services.pickUp("d", 1);

        world.run(HOUR);

        assertThat(state()).isInstanceOfSatisfying(Undecided.class, undecided -> {
            assertThat(undecided.because()).isEqualTo("the parcel is on its way");
            assertThat(Duration.between(undecided.since(), undecided.until())).isEqualTo(World.PATIENCE.decideWithin());
        });
        assertThat(world.services.calls("d", 1)).containsExactly("recall", "close");
    }

    @Test
    void whatAPersonDecidesIsCarriedOutAtOnce() {
        world.services.pickUp("d", 1);
        world.run(HOUR);
        world.services.answer("d", 1, new Closed(false, null));

        world.act("d", new Act.Decide(Remedy.HANDED_OVER, "the neighbour has it"));
        done(world.undoing.runDue());

        assertThat(world.services.calls("d", 1)).containsExactly("recall", "close", "close");
        assertThat(world.services.closures.getLast())
                .isEqualTo(new Closure(
                        "d/7", Refusal.FLIGHT_FAILED, "the link to the drone was lost", Remedy.HANDED_OVER));
        assertThat(state()).isInstanceOf(Finished.class);
    }

    @Test
    void whereNobodyDecidesInTimeTheDeliveryIsGivenUp() {
        world.services.pickUp("d", 1);
        world.run(HOUR);
        Instant until = ((Undecided) state()).until();

        world.run(DAY);

        assertThat(world.services.closures)
                .extracting(Closure::remedy)
                .containsExactly(Remedy.SCHEDULE_ANEW, Remedy.GIVE_UP);
        assertThat(world.services.calls("d", 1)).endsWith(ALL);
        assertThat(world.workflow("d", 1).journal()).singleElement().satisfies(entry -> {
            assertThat(entry.operator()).isEqualTo(JournalEntry.NOBODY);
            assertThat(entry.at()).isBetween(until, until.plusSeconds(5));
            assertThat(entry.act()).isEqualTo(new Act.Decide(Remedy.GIVE_UP, "nobody decided in time"));
        });
    }

    @Test
    void aDecisionThatIsRefusedIsParkedAndMayBeTakenAnew() {
        world.services.pickUp("d", 1);
        world.run(HOUR);
        world.services.refuse("d", 1, "close", Refusal.ALREADY_PICKED_UP);
        world.act("d", new Act.Decide(Remedy.PARCEL_RECOVERED, "said the driver"));
        world.run(HOUR);
        assertThat(state()).isInstanceOf(Parked.class);

        world.services.grant("d", 1, "close");
        world.act("d", new Act.Decide(Remedy.RETURNED, "it is at the sender's"));
        world.run(HOUR);

        assertThat(world.services.closures.getLast().remedy()).isEqualTo(Remedy.RETURNED);
        assertThat(state()).isInstanceOf(Finished.class);
        assertThat(world.workflow("d", 1).journal()).hasSize(2);
    }

    @Test
    void anOutageOfDeliveryDuringARecoveryIsWaitedOut() {
        world.pass(World.PATIENCE.grace());
        world.services.fail(() -> world.services.calls.size() == 1, () -> false);

        done(world.undoing.runDue());

        assertThat(state()).isInstanceOf(Waiting.class);
        world.run(HOUR);
        assertThat(state()).isInstanceOf(AwaitingDrone.class);
        world.services.fail(() -> false, () -> false);
        world.run(HOUR);
        assertThat(state()).isInstanceOf(Finished.class);
    }

    private State state() {
        return world.workflow("d", 1).state();
    }
}
