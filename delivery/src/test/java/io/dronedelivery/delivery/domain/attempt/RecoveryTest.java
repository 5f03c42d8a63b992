package io.dronedelivery.delivery.domain.attempt;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.FAILED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PENDING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RETURNED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.NOT_OPENED;
import static io.dronedelivery.delivery.domain.Given.SECOND_ATTEMPT;
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
import io.dronedelivery.delivery.domain.DeliveryScenario;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
    private static final Closed UNDO = new Closed(true, null);
    private static final Closed KEEP = new Closed(false, null);

    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void noOtherDroneIsSentBeforeTheFirstIsStopped() {
        scenario.scheduled().interrupt(FIRST_ATTEMPT);
        for (Remedy remedy : List.of(Remedy.SCHEDULE_ANEW, Remedy.PARCEL_RECOVERED)) {
            assertThat(scenario.tryClose(FIRST_ATTEMPT, Given.closure(FIRST_ATTEMPT, remedy)))
                    .isEqualTo(new ClosureAnswer.NotStoppedYet());
        }
        scenario.stop(FIRST_ATTEMPT);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW).undo()).isTrue();
    }

    @Test
    void aFailedFlightIsScheduledAnew() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        Closed closed = scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.GIVE_UP)).isEqualTo(closed);
        assertThat(scenario.restore(closed).requestId()).isEqualTo("recovery-1-anew");
        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.open(scenario.restore(closed)))
                .isEqualTo(new Proceed(SECOND_ATTEMPT, Given.request().order()));
        assertThat(scenario.schedule(SECOND_ATTEMPT, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)).isEqualTo(closed);
        assertThat(scenario.open(scenario.restore(closed)))
                .isEqualTo(new Proceed(SECOND_ATTEMPT, Given.request().order()));
        scenario.fly(flight(SECOND_ATTEMPT)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples());
        assertThat(scenario.last(DeliveryCompleted.class).header().attempt()).isEqualTo(SECOND_ATTEMPT);
    }

    @Test
    void aStopBeforeTheInterruptionCounts() {
        scenario.scheduled().stop(FIRST_ATTEMPT);
        assertThat(scenario.status()).isEqualTo(SCHEDULED);
        scenario.interrupt(FIRST_ATTEMPT);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW).restore())
                .isNotNull();
    }

    @Test
    void aFailedShipmentIsScheduledAnewWithoutWaitingForAStop() {
        scenario.open(Given.request());
        scenario.scheduleByCarrier();
        scenario.report(Stage.FAILED);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW).restore())
                .isNotNull();
    }

    @Test
    void telemetryOfAClosedAttemptChangesNothing() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW);
        scenario.fly(delivered());
        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.refusalOf(scenario.confirm("1234"))).isEqualTo(Refusal.INVALID);
    }

    @Test
    void aRecoveringDeliveryMayCompleteUntilItIsClosed() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.fly(delivered());
        assertThat(scenario.status()).isEqualTo(COMPLETED);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)).isEqualTo(KEEP);
    }

    @Test
    void aDeliveryThatWasPickedUpIsScheduledAnewOnlyOnceAPersonRecoveredTheParcel() {
        scenario.scheduled().fly(pickedUp());
        scenario.failedInFlight(FIRST_ATTEMPT);
        long version = scenario.statuses().size();
        for (int repeat = 0; repeat < 2; repeat++) {
            assertThat(scenario.refusedClosure(FIRST_ATTEMPT)).isEqualTo(Refusal.ALREADY_PICKED_UP);
        }
        assertThat(scenario.statuses()).hasSize((int) version);
        Closed closed = scenario.close(FIRST_ATTEMPT, Remedy.PARCEL_RECOVERED);
        scenario.open(scenario.restore(closed));
        assertThat(scenario.schedule(SECOND_ATTEMPT, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void aDeliveryOfALostDroneIsScheduledAnewOnlyOnceAPersonRecoveredTheParcel() {
        scenario.scheduled().interrupt(FIRST_ATTEMPT);
        scenario.writeOff(FIRST_ATTEMPT);
        assertThat(scenario.refusedClosure(FIRST_ATTEMPT)).isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.PARCEL_RECOVERED).restore())
                .isNotNull();
    }

    @Test
    void aDeliveryThatAPersonSaysWasHandedOverIsCompleted() {
        scenario.scheduled().fly(pickedUp());
        scenario.interrupt(FIRST_ATTEMPT);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.HANDED_OVER)).isEqualTo(KEEP);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.HANDED_OVER)).isEqualTo(KEEP);
        assertThat(scenario.last(DeliveryCompleted.class).header().cause().source())
                .isEqualTo(Cause.Source.SUPERVISOR);
    }

    @Test
    void aParcelThatWentBackIsReturned() {
        scenario.scheduled().fly(pickedUp());
        scenario.interrupt(FIRST_ATTEMPT);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.RETURNED)).isEqualTo(UNDO);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.RETURNED)).isEqualTo(UNDO);
        assertThat(scenario.status()).isEqualTo(RETURNED);
        assertThat(scenario.last(DeliveryReturned.class).detail()).isEqualTo("the drone failed");
        assertThat(DeliveryViews.of(scenario.delivery(), null, Given.NOW).reason())
                .isEqualTo(new Reason(Refusal.FLIGHT_FAILED, "the drone failed"));
    }

    @Test
    void aDeliveryThatIsGivenUpFailsThoughItsDroneHasNotStopped() {
        scenario.scheduled().interrupt(FIRST_ATTEMPT);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.GIVE_UP)).isEqualTo(UNDO);
        assertThat(scenario.status()).isEqualTo(FAILED);
    }

    @Test
    void aClosureWithoutRemedyGivesUp() {
        scenario.scheduled().interrupt(FIRST_ATTEMPT);
        assertThat(scenario.close(FIRST_ATTEMPT, new Closure("recovery-1", Refusal.FLIGHT_FAILED, "lost")))
                .isEqualTo(UNDO);
        assertThat(scenario.status()).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void aRemedyOfWhatIsNotRecoveringChangesNothing(Remedy remedy) {
        scenario.scheduled();
        assertThat(scenario.close(FIRST_ATTEMPT, remedy)).isEqualTo(KEEP);
        assertThat(scenario.statuses()).containsExactly(PENDING, SCHEDULED);
    }

    @Test
    void aDeliveryThatFailsAfterItsLastRecoveryIsNotScheduledAnew() {
        scenario.scheduled();
        for (int attempt = 1; attempt <= RecoveryRules.RECOVERIES_MAX; attempt++) {
            scenario.failedInFlight(attempt);
            scenario.open(scenario.restore(scenario.close(attempt, Remedy.SCHEDULE_ANEW)));
            scenario.schedule(attempt + 1, "recovery-" + attempt + "-anew");
        }
        int last = RecoveryRules.RECOVERIES_MAX + 1;
        scenario.failedInFlight(last);
        assertThat(scenario.close(last, Remedy.SCHEDULE_ANEW)).isEqualTo(UNDO);
        assertThat(scenario.last(DeliveryFailed.class).detail()).contains("3 times");
    }

    @Test
    void aDeliveryThatFailedInFlightIsNotScheduledAnewAfterItsDeadline() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.at(Given.request().order().deadline());
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)).isEqualTo(UNDO);
        assertThat(scenario.last(DeliveryFailed.class).code()).isEqualTo(Refusal.DEADLINE_PASSED);
    }

    @Test
    void aDeadlineThatPassesBeforeItIsOpenedFailsIt() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        Closed closed = scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW);
        scenario.at(Given.request().order().deadline());
        assertThat(scenario.open(scenario.restore(closed))).isInstanceOf(Halt.class);
        assertThat(scenario.last(DeliveryChangeRefused.class).requestId()).isEqualTo("recovery-1-anew");
        assertThat(scenario.last(DeliveryFailed.class).code()).isEqualTo(Refusal.DEADLINE_PASSED);
    }

    @Test
    void aDeliveryWhoseRecoveryAttemptIsClosedFails() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.open(scenario.restore(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)));
        Closure noCarrier = new Closure("recovery-1-anew", Refusal.NO_CARRIER, "nobody can");
        assertThat(scenario.close(SECOND_ATTEMPT, noCarrier)).isEqualTo(UNDO);
        assertThat(scenario.close(SECOND_ATTEMPT, noCarrier)).isEqualTo(UNDO);
        assertThat(scenario.last(DeliveryFailed.class).code()).isEqualTo(Refusal.NO_CARRIER);
    }

    @Test
    void aDeliveryWhoseRecoveryIsGivenUpBeforeItsOpeningFails() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW);
        assertThat(scenario.close(NOT_OPENED, new Closure("recovery-1-anew", Refusal.UNAVAILABLE, "not reached")))
                .isEqualTo(UNDO);
        assertThat(scenario.status()).isEqualTo(FAILED);
    }

    @Test
    void anInterruptionIsPublishedOnceAndOnlyForTheAttemptUnderWay() {
        assertThat(scenario.refusalOf(scenario.interrupt(FIRST_ATTEMPT))).isEqualTo(Refusal.NOT_FOUND);
        scenario.open(Given.request());
        assertThat(scenario.interrupt(FIRST_ATTEMPT)).isEqualTo(new Outcome.Granted<>(PENDING));
        scenario.schedule(FIRST_ATTEMPT, "request-d1");
        assertThat(scenario.interrupt(SECOND_ATTEMPT)).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(scenario.interrupt(FIRST_ATTEMPT)).isEqualTo(new Outcome.Granted<>(RECOVERING));
        assertThat(scenario.interrupt(FIRST_ATTEMPT)).isEqualTo(new Outcome.Granted<>(RECOVERING));
        assertThat(scenario.statuses()).containsExactly(PENDING, SCHEDULED, RECOVERING);
        DeliveryInterrupted told = scenario.last(DeliveryInterrupted.class);
        assertThat(told.code()).isEqualTo(Refusal.OVERDUE);
        assertThat(told.header().cause().source()).isEqualTo(Cause.Source.SUPERVISOR);
        scenario.close(FIRST_ATTEMPT, Remedy.GIVE_UP);
        assertThat(scenario.interrupt(FIRST_ATTEMPT)).isEqualTo(new Outcome.Granted<>(FAILED));
    }

    @Test
    void telemetryOfAPickupAfterAnInterruptionLeavesTheDeliveryRecovering() {
        scenario.scheduled().fly(flight(FIRST_ATTEMPT).staySeconds(1).takeOff().samples());
        assertThat(scenario.statuses()).contains(HEADED_TO_PICKUP);
        scenario.interrupt(FIRST_ATTEMPT);
        scenario.fly(pickedUp());
        assertThat(scenario.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aDroneWhoseNextSampleIsAnAbortWithTheParcelHasPickedUp() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.fly(new FlightRecording(Given.PICKUP, true)
                .under(FIRST_ATTEMPT)
                .load(true)
                .abort()
                .staySeconds(1)
                .samples());
        assertThat(scenario.refusedClosure(FIRST_ATTEMPT)).isEqualTo(Refusal.ALREADY_PICKED_UP);
    }

    private static FlightRecording flight(int attempt) {
        return new FlightRecording(Given.PICKUP, false).under(attempt);
    }

    private static List<DroneStream> pickedUp() {
        return flight(FIRST_ATTEMPT).staySeconds(3).takeOff().samples();
    }

    private static List<DroneStream> delivered() {
        return flight(FIRST_ATTEMPT)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
    }
}
