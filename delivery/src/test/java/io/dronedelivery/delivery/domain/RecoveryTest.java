package io.dronedelivery.delivery.domain;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.FAILED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PENDING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RETURNED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
    private static final Closed UNDO = new Closed(true, null);
    private static final Closed KEEP = new Closed(false, null);

    private final Story story = new Story();

    @Test
    void noOtherDroneIsSentBeforeTheFirstIsStopped() {
        story.scheduled().interrupt(1);
        for (Remedy remedy : List.of(Remedy.SCHEDULE_ANEW, Remedy.PARCEL_RECOVERED)) {
            assertThat(story.tryClose(1, Given.closure(1, remedy))).isEqualTo(new Closing.NotStoppedYet());
        }
        story.stop(1);
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW).undo()).isTrue();
    }

    @Test
    void aFailedFlightIsScheduledAnew() {
        story.scheduled().failedInFlight(1);
        Closed closed = story.close(1, Remedy.SCHEDULE_ANEW);
        assertThat(story.close(1, Remedy.GIVE_UP)).isEqualTo(closed);
        assertThat(story.restore(closed).requestId()).isEqualTo("recovery-1-anew");
        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.open(story.restore(closed)))
                .isEqualTo(new Proceed(2, Given.request().order()));
        assertThat(story.schedule(2, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW)).isEqualTo(closed);
        assertThat(story.open(story.restore(closed)))
                .isEqualTo(new Proceed(2, Given.request().order()));
        story.fly(flight(2).mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP).samples());
        assertThat(story.last(DeliveryCompleted.class).header().attempt()).isEqualTo(2);
    }

    @Test
    void aStopBeforeTheInterruptionIsKept() {
        story.scheduled().stop(1);
        assertThat(story.status()).isEqualTo(SCHEDULED);
        story.interrupt(1);
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW).restore()).isNotNull();
    }

    @Test
    void aFailedShipmentHasNothingThatCouldFlyOn() {
        story.open(Given.request());
        story.scheduleByCarrier();
        story.report(Stage.FAILED);
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW).restore()).isNotNull();
    }

    @Test
    void whatIsClosedCountsNoMore() {
        story.scheduled().failedInFlight(1);
        story.close(1, Remedy.SCHEDULE_ANEW);
        story.fly(delivered());
        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.refusalOf(story.confirm("1234"))).isEqualTo(Refusal.INVALID);
    }

    @Test
    void untilItIsClosedItMayStillComplete() {
        story.scheduled().failedInFlight(1);
        story.fly(delivered());
        assertThat(story.status()).isEqualTo(COMPLETED);
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW)).isEqualTo(KEEP);
    }

    @Test
    void aParcelThatIsOutThereIsNotFetchedOnceMoreUntilAPersonSaysWhatBecameOfIt() {
        story.scheduled().fly(pickedUp());
        story.failedInFlight(1);
        long version = story.statuses().size();
        for (int repeat = 0; repeat < 2; repeat++) {
            assertThat(story.refusedClosure(1)).isEqualTo(Refusal.ALREADY_PICKED_UP);
        }
        assertThat(story.statuses()).hasSize((int) version);
        Closed closed = story.close(1, Remedy.PARCEL_RECOVERED);
        story.open(story.restore(closed));
        assertThat(story.schedule(2, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void ofALostDroneNobodyKnowsWhetherItHadTheParcelSoAPersonSaysSo() {
        story.scheduled().interrupt(1);
        story.writeOff(1);
        assertThat(story.refusedClosure(1)).isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(story.close(1, Remedy.PARCEL_RECOVERED).restore()).isNotNull();
    }

    @Test
    void aPersonMayKnowThatItWasHandedOver() {
        story.scheduled().fly(pickedUp());
        story.interrupt(1);
        assertThat(story.close(1, Remedy.HANDED_OVER)).isEqualTo(KEEP);
        assertThat(story.close(1, Remedy.HANDED_OVER)).isEqualTo(KEEP);
        assertThat(story.last(DeliveryCompleted.class).header().cause().source())
                .isEqualTo(Cause.Source.SUPERVISOR);
    }

    @Test
    void aParcelThatWentBackIsReturned() {
        story.scheduled().fly(pickedUp());
        story.interrupt(1);
        assertThat(story.close(1, Remedy.RETURNED)).isEqualTo(UNDO);
        assertThat(story.close(1, Remedy.RETURNED)).isEqualTo(UNDO);
        assertThat(story.status()).isEqualTo(RETURNED);
        assertThat(story.last(DeliveryReturned.class).detail()).isEqualTo("the drone failed");
        assertThat(Portrait.of(story.delivery(), null, Given.NOW).reason())
                .isEqualTo(new Reason(Refusal.FLIGHT_FAILED, "the drone failed"));
    }

    @Test
    void givingUpFailsItThoughNobodyKnowsWhereTheDroneIs() {
        story.scheduled().interrupt(1);
        assertThat(story.close(1, Remedy.GIVE_UP)).isEqualTo(UNDO);
        assertThat(story.status()).isEqualTo(FAILED);
    }

    @Test
    void aClosureWithoutRemedyGivesUp() {
        story.scheduled().interrupt(1);
        assertThat(story.close(1, new Closure("recovery-1", Refusal.FLIGHT_FAILED, "lost")))
                .isEqualTo(UNDO);
        assertThat(story.status()).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void aRemedyOfWhatIsNotRecoveringChangesNothing(Remedy remedy) {
        story.scheduled();
        assertThat(story.close(1, remedy)).isEqualTo(KEEP);
        assertThat(story.statuses()).containsExactly(PENDING, SCHEDULED);
    }

    @Test
    void itIsNotScheduledAnewForEver() {
        story.scheduled();
        for (int attempt = 1; attempt <= RecoveryRules.RECOVERIES_MAX; attempt++) {
            story.failedInFlight(attempt);
            story.open(story.restore(story.close(attempt, Remedy.SCHEDULE_ANEW)));
            story.schedule(attempt + 1, "recovery-" + attempt + "-anew");
        }
        int last = RecoveryRules.RECOVERIES_MAX + 1;
        story.failedInFlight(last);
        assertThat(story.close(last, Remedy.SCHEDULE_ANEW)).isEqualTo(UNDO);
        assertThat(story.last(DeliveryFailed.class).detail()).contains("3 times");
    }

    @Test
    void afterItsDeadlineItFails() {
        story.scheduled().failedInFlight(1);
        story.at(Given.request().order().deadline());
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW)).isEqualTo(UNDO);
        assertThat(story.last(DeliveryFailed.class).code()).isEqualTo(Refusal.DEADLINE_PASSED);
    }

    @Test
    void aDeadlineThatPassesBeforeItIsOpenedFailsIt() {
        story.scheduled().failedInFlight(1);
        Closed closed = story.close(1, Remedy.SCHEDULE_ANEW);
        story.at(Given.request().order().deadline());
        assertThat(story.open(story.restore(closed))).isInstanceOf(Halt.class);
        assertThat(story.last(DeliveryChangeRefused.class).requestId()).isEqualTo("recovery-1-anew");
        assertThat(story.last(DeliveryFailed.class).code()).isEqualTo(Refusal.DEADLINE_PASSED);
    }

    @Test
    void whatCannotBeScheduledAnewFails() {
        story.scheduled().failedInFlight(1);
        story.open(story.restore(story.close(1, Remedy.SCHEDULE_ANEW)));
        Closure noCarrier = new Closure("recovery-1-anew", Refusal.NO_CARRIER, "nobody can");
        assertThat(story.close(2, noCarrier)).isEqualTo(UNDO);
        assertThat(story.close(2, noCarrier)).isEqualTo(UNDO);
        assertThat(story.last(DeliveryFailed.class).code()).isEqualTo(Refusal.NO_CARRIER);
    }

    @Test
    void whatCannotEvenBeOpenedAnewFails() {
        story.scheduled().failedInFlight(1);
        story.close(1, Remedy.SCHEDULE_ANEW);
        assertThat(story.close(0, new Closure("recovery-1-anew", Refusal.UNAVAILABLE, "not reached")))
                .isEqualTo(UNDO);
        assertThat(story.status()).isEqualTo(FAILED);
    }

    @Test
    void anInterruptionIsToldOnceAndOnlyOfTheAttemptUnderWay() {
        assertThat(story.refusalOf(story.interrupt(1))).isEqualTo(Refusal.NOT_FOUND);
        story.open(Given.request());
        assertThat(story.interrupt(1)).isEqualTo(new Outcome.Granted<>(PENDING));
        story.schedule(1, "request-d1");
        assertThat(story.interrupt(2)).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(story.interrupt(1)).isEqualTo(new Outcome.Granted<>(RECOVERING));
        assertThat(story.interrupt(1)).isEqualTo(new Outcome.Granted<>(RECOVERING));
        assertThat(story.statuses()).containsExactly(PENDING, SCHEDULED, RECOVERING);
        DeliveryInterrupted told = story.last(DeliveryInterrupted.class);
        assertThat(told.code()).isEqualTo(Refusal.OVERDUE);
        assertThat(told.header().cause().source()).isEqualTo(Cause.Source.SUPERVISOR);
        story.close(1, Remedy.GIVE_UP);
        assertThat(story.interrupt(1)).isEqualTo(new Outcome.Granted<>(FAILED));
    }

    @Test
    void anInterruptedDroneThatIsHeardOfAgainIsStillHeadedNowhere() {
        story.scheduled().fly(flight(1).stay(1).takeOff().samples());
        assertThat(story.statuses()).contains(HEADED_TO_PICKUP);
        story.interrupt(1);
        story.fly(pickedUp());
        assertThat(story.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aDroneThatIsHeardOfNextWhenItHasGivenUpWithTheParcelHasIt() {
        story.scheduled().failedInFlight(1);
        story.fly(new FlightRecording(Given.PICKUP, true)
                .under(1)
                .load(true)
                .abort()
                .stay(1)
                .samples());
        assertThat(story.refusedClosure(1)).isEqualTo(Refusal.ALREADY_PICKED_UP);
    }

    private static FlightRecording flight(int attempt) {
        return new FlightRecording(Given.PICKUP, false).under(attempt);
    }

    private static List<DroneStream> pickedUp() {
        return flight(1).stay(3).takeOff().samples();
    }

    private static List<DroneStream> delivered() {
        return flight(1).mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP).samples();
    }
}
