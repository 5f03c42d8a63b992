package io.dronedelivery.delivery.domain;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.CANCELLED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.FAILED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PENDING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.REJECTED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.NOT_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.delivery.domain.attempt.ClosureAnswer;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Closure GAVE_UP = new Closure("request-d1", Refusal.INSUFFICIENT_FUNDS, "no money");
    private static final CancelDelivery CANCEL =
            new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, "changed my mind");
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));

    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void aRequestSeenTwiceAndThenOpenedIsRequestedOnce() {
        scenario.receive(Given.request()).receive(Given.request());
        assertThat(scenario.open(Given.request()))
                .isEqualTo(new Proceed(FIRST_ATTEMPT, Given.request().order()));
        assertThat(scenario.open(Given.request()))
                .isEqualTo(new Proceed(FIRST_ATTEMPT, Given.request().order()));
        assertThat(scenario.statuses()).containsExactly(PENDING);
    }

    @Test
    void anOpeningBeforeTheTopicBeginsTheDelivery() {
        assertThat(scenario.open(Given.request())).isInstanceOf(Proceed.class);
        scenario.receive(Given.request());
        assertThat(scenario.statuses()).containsExactly(PENDING);
    }

    @Test
    void aChangeOfAnUnknownDeliveryIsToBeAskedAgain() {
        assertThat(scenario.tryOpen(CANCEL)).isEmpty();
        assertThat(scenario.tryOpen(LATER)).isEmpty();
        assertThat(scenario.tryClose(FIRST_ATTEMPT, GAVE_UP)).isEqualTo(new ClosureAnswer.NotKnownYet());
    }

    @Test
    void aChangeWithoutAnOrderIsHaltedThreeSecondsAfterItWasFirstOpened() {
        scenario.later(Duration.ofHours(1)); // the log was not read for long
        assertThat(scenario.tryOpen(CANCEL)).isEmpty();
        assertThat(scenario.later(Duration.ofSeconds(2)).tryOpen(CANCEL)).isEmpty();
        scenario.later(Duration.ofSeconds(1));
        assertThat(scenario.tryOpen(CANCEL)).contains(new Halt("no such delivery"));
        assertThat(scenario.tryOpen(CANCEL)).contains(new Halt("no such delivery"));
        assertThat(scenario.tryOpen(LATER)).isEmpty();
    }

    @Test
    void aChangeThatOvertookItsOrderWaitsForIt() {
        assertThat(scenario.tryOpen(CANCEL)).isEmpty();
        scenario.receive(Given.request());
        assertThat(scenario.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(scenario.statuses()).containsExactly(PENDING, CANCELLED);
    }

    @Test
    void aCancelIsDecidedWhenItIsReadThoughTheSchedulerIsAway() {
        scenario.receive(Given.request()).receive(LATER).receive(CANCEL).receive(CANCEL);
        assertThat(scenario.statuses()).containsExactly(PENDING, CANCELLED);
        assertThat(scenario.open(Given.request())).isInstanceOf(Halt.class);
        assertThat(scenario.open(LATER)).isInstanceOf(Halt.class);
        assertThat(scenario.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_ENDED);
    }

    @Test
    void aCancelReadAfterThePickupIsRefusedOnce() {
        scenario.scheduled().fly(flownToTheDropoff());
        scenario.receive(CANCEL).receive(CANCEL);
        assertThat(scenario.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
    }

    @Test
    void aCancelReadBeforeItsOrderOrFromAnotherAccountChangesNothing() {
        scenario.receive(CANCEL).receive(Given.request());
        scenario.receive(new CancelDelivery("cancel-2", "d1", "stranger", Given.NOW, null));
        assertThat(scenario.statuses()).containsExactly(PENDING);
    }

    @Test
    void aSecondRequestUnderTheSameKeyIsRefusedOnce() {
        ScheduleDelivery second = new ScheduleDelivery(
                "request-2", "d1", "acme", Given.NOW, Given.request().order());
        scenario.receive(Given.request()).receive(second).receive(second);
        assertThat(scenario.open(second)).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.KEY_REUSED);
        assertThat(scenario.status()).isEqualTo(PENDING);
    }

    @Test
    void aRequestOfAnotherAccountChangesNothing() {
        scenario.receive(Given.request());
        assertThat(scenario.open(new CancelDelivery("cancel-2", "d1", "stranger", Given.NOW, null)))
                .isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).isEmpty();
        assertThat(scenario.statuses()).containsExactly(PENDING);
    }

    @Test
    void aDeadlinePassedIsRejected() {
        Instant late = Given.request().order().deadline();
        assertThat(scenario.at(late).open(Given.request())).isInstanceOf(Halt.class);
        assertThat(scenario.statuses()).containsExactly(PENDING, REJECTED);
    }

    @Test
    void aDeliveryIsScheduledOnceThoughTheScheduleComesTwice() {
        scenario.open(Given.request());
        assertThat(scenario.schedule(FIRST_ATTEMPT, "request-d1")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(scenario.schedule(FIRST_ATTEMPT, "request-d1")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(scenario.statuses()).containsExactly(PENDING, SCHEDULED);
        assertThat(scenario.close(FIRST_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(false, null));
    }

    @Test
    void aDeliveryWhoseFirstAttemptIsClosedIsRejected() {
        scenario.open(Given.request());
        assertThat(scenario.close(FIRST_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.close(FIRST_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.statuses()).containsExactly(PENDING, REJECTED);
        assertThat(scenario.last(DeliveryRejected.class).requestId()).isEqualTo("request-d1");
        assertThat(scenario.refusalOf(scenario.schedule(FIRST_ATTEMPT, "request-d1")))
                .isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(DeliveryViews.of(scenario.delivery(), null, Given.NOW).reason())
                .isEqualTo(new Reason(Refusal.INSUFFICIENT_FUNDS, "no money"));
    }

    @Test
    void aDeliveryThatTheSchedulerGivesUpBeforeItsOpeningIsRejected() {
        scenario.receive(Given.request());
        assertThat(scenario.close(NOT_OPENED, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.open(Given.request())).isInstanceOf(Halt.class);
        assertThat(scenario.statuses()).containsExactly(PENDING, REJECTED);
    }

    @Test
    void aCancelBeforeThePickupEndsTheDeliveryAtOnce() {
        scenario.scheduled();
        assertThat(scenario.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(scenario.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(scenario.statuses()).containsExactly(PENDING, SCHEDULED, CANCELLED);
        assertThat(scenario.open(LATER)).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_ENDED);
    }

    @Test
    void aCancelWhileItIsBeingArrangedStopsIt() {
        scenario.open(Given.request());
        scenario.open(CANCEL);
        assertThat(scenario.refusalOf(scenario.schedule(FIRST_ATTEMPT, "request-d1")))
                .isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(scenario.close(FIRST_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.statuses()).containsExactly(PENDING, CANCELLED);
    }

    @Test
    void aFailedShipmentIsRecoveringUntilItIsClosed() {
        scenario.open(Given.request());
        scenario.report(Stage.PICKED_UP); // quicker than the scheduler's answer
        scenario.scheduleByCarrier();
        scenario.report(Stage.OUT_FOR_DELIVERY).report(Stage.FAILED).report(Stage.FAILED);
        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.open(CANCEL)).isInstanceOf(Halt.class);
        scenario.close(FIRST_ATTEMPT, GAVE_UP);
        assertThat(scenario.status()).isEqualTo(FAILED);
        scenario.report(Stage.DELIVERED);
        assertThat(scenario.status()).isEqualTo(FAILED);
    }

    @Test
    void aShipmentGoesThroughEveryStage() {
        scenario.open(Given.request());
        scenario.scheduleByCarrier();
        scenario.report(Stage.BOOKED)
                .report(Stage.DELIVERED)
                .report(Stage.PICKED_UP)
                .report(Stage.DELIVERED);
        assertThat(scenario.statuses())
                .startsWith(PENDING, SCHEDULED, HEADED_TO_PICKUP)
                .endsWith(COMPLETED)
                .hasSize(7);
    }

    private static List<DroneStream> flownToTheDropoff() {
        return new FlightRecording(Given.PICKUP, false)
                .staySeconds(3)
                .takeOff()
                .flyTo(Given.DROPOFF)
                .samples();
    }
}
