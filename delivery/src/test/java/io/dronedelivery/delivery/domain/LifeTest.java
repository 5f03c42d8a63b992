package io.dronedelivery.delivery.domain;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.CANCELLED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.FAILED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PENDING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.REJECTED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final Closure GAVE_UP = new Closure("request-d1", Refusal.INSUFFICIENT_FUNDS, "no money");
    private static final CancelDelivery CANCEL =
            new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, "changed my mind");
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));

    private final Story story = new Story();

    @Test
    void aRequestSeenTwiceAndThenOpenedIsRequestedOnce() {
        story.see(Given.request()).see(Given.request());
        assertThat(story.open(Given.request()))
                .isEqualTo(new Proceed(1, Given.request().order()));
        assertThat(story.open(Given.request()))
                .isEqualTo(new Proceed(1, Given.request().order()));
        assertThat(story.statuses()).containsExactly(PENDING);
    }

    @Test
    void anOpeningBeforeTheTopicBeginsTheDelivery() {
        assertThat(story.open(Given.request())).isInstanceOf(Proceed.class);
        story.see(Given.request());
        assertThat(story.statuses()).containsExactly(PENDING);
    }

    @Test
    void aChangeOfADeliveryThatIsNotKnownYetIsToComeAgain() {
        assertThat(story.tryOpen(CANCEL)).isEmpty();
        assertThat(story.tryOpen(LATER)).isEmpty();
        assertThat(story.tryClose(1, GAVE_UP)).isEqualTo(new Closing.NotKnownYet());
    }

    @Test
    void aChangeOfWhatNobodyOrderedIsGivenUpAMomentAfterItWasFirstOpened() {
        story.later(Duration.ofHours(1)); // the log was not read for long
        assertThat(story.tryOpen(CANCEL)).isEmpty();
        assertThat(story.later(Duration.ofSeconds(2)).tryOpen(CANCEL)).isEmpty();
        story.later(Duration.ofSeconds(1));
        assertThat(story.tryOpen(CANCEL)).contains(new Halt("no such delivery"));
        assertThat(story.tryOpen(CANCEL)).contains(new Halt("no such delivery"));
        assertThat(story.tryOpen(LATER)).isEmpty();
    }

    @Test
    void aChangeThatOvertookItsOrderWaitsForIt() {
        assertThat(story.tryOpen(CANCEL)).isEmpty();
        story.see(Given.request());
        assertThat(story.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(story.statuses()).containsExactly(PENDING, CANCELLED);
    }

    @Test
    void aCancelIsDecidedWhenItIsReadThoughTheSchedulerIsAway() {
        story.see(Given.request()).see(LATER).see(CANCEL).see(CANCEL);
        assertThat(story.statuses()).containsExactly(PENDING, CANCELLED);
        assertThat(story.open(Given.request())).isInstanceOf(Halt.class);
        assertThat(story.open(LATER)).isInstanceOf(Halt.class);
        assertThat(story.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_ENDED);
    }

    @Test
    void aCancelReadAfterThePickupIsRefusedOnce() {
        story.scheduled().fly(flownToTheDropoff());
        story.see(CANCEL).see(CANCEL);
        assertThat(story.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
    }

    @Test
    void aCancelReadBeforeItsOrderOrFromAStrangerLeavesNoTrace() {
        story.see(CANCEL).see(Given.request());
        story.see(new CancelDelivery("cancel-2", "d1", "stranger", Given.NOW, null));
        assertThat(story.statuses()).containsExactly(PENDING);
    }

    @Test
    void aSecondRequestUnderTheSameKeyIsRefusedOnce() {
        ScheduleDelivery second = new ScheduleDelivery(
                "request-2", "d1", "acme", Given.NOW, Given.request().order());
        story.see(Given.request()).see(second).see(second);
        assertThat(story.open(second)).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.KEY_REUSED);
        assertThat(story.status()).isEqualTo(PENDING);
    }

    @Test
    void aRequestOfAnotherAccountLeavesNoTrace() {
        story.see(Given.request());
        assertThat(story.open(new CancelDelivery("cancel-2", "d1", "stranger", Given.NOW, null)))
                .isInstanceOf(Halt.class);
        assertThat(story.refusals()).isEmpty();
        assertThat(story.statuses()).containsExactly(PENDING);
    }

    @Test
    void aDeadlinePassedIsRejected() {
        Instant late = Given.request().order().deadline();
        assertThat(story.at(late).open(Given.request())).isInstanceOf(Halt.class);
        assertThat(story.statuses()).containsExactly(PENDING, REJECTED);
    }

    @Test
    void whatIsArrangedIsScheduledOnce() {
        story.open(Given.request());
        assertThat(story.schedule(1, "request-d1")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(story.schedule(1, "request-d1")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        assertThat(story.statuses()).containsExactly(PENDING, SCHEDULED);
        assertThat(story.close(1, GAVE_UP)).isEqualTo(new Closed(false, null));
    }

    @Test
    void whatCouldNotBeArrangedIsRejected() {
        story.open(Given.request());
        assertThat(story.close(1, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.close(1, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.statuses()).containsExactly(PENDING, REJECTED);
        assertThat(story.last(DeliveryRejected.class).requestId()).isEqualTo("request-d1");
        assertThat(story.refusalOf(story.schedule(1, "request-d1"))).isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(Portrait.of(story.delivery(), null, Given.NOW).reason())
                .isEqualTo(new Reason(Refusal.INSUFFICIENT_FUNDS, "no money"));
    }

    @Test
    void whatCouldNotEvenBeOpenedIsRejected() {
        story.see(Given.request());
        assertThat(story.close(0, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.open(Given.request())).isInstanceOf(Halt.class);
        assertThat(story.statuses()).containsExactly(PENDING, REJECTED);
    }

    @Test
    void aCancelBeforeThePickupIsDoneAtOnce() {
        story.scheduled();
        assertThat(story.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(story.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(story.statuses()).containsExactly(PENDING, SCHEDULED, CANCELLED);
        assertThat(story.open(LATER)).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_ENDED);
    }

    @Test
    void aCancelWhileItIsBeingArrangedStopsIt() {
        story.open(Given.request());
        story.open(CANCEL);
        assertThat(story.refusalOf(story.schedule(1, "request-d1"))).isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(story.close(1, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.statuses()).containsExactly(PENDING, CANCELLED);
    }

    @Test
    void aFailedShipmentIsRecoveringUntilItIsClosed() {
        story.open(Given.request());
        story.report(Stage.PICKED_UP); // quicker than the scheduler's answer
        story.scheduleByCarrier();
        story.report(Stage.OUT_FOR_DELIVERY).report(Stage.FAILED).report(Stage.FAILED);
        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.open(CANCEL)).isInstanceOf(Halt.class);
        story.close(1, GAVE_UP);
        assertThat(story.status()).isEqualTo(FAILED);
        story.report(Stage.DELIVERED);
        assertThat(story.status()).isEqualTo(FAILED);
    }

    @Test
    void aShipmentGoesThroughEveryStage() {
        story.open(Given.request());
        story.scheduleByCarrier();
        story.report(Stage.BOOKED)
                .report(Stage.DELIVERED)
                .report(Stage.PICKED_UP)
                .report(Stage.DELIVERED);
        assertThat(story.statuses())
                .startsWith(PENDING, SCHEDULED, HEADED_TO_PICKUP)
                .endsWith(COMPLETED)
                .hasSize(7);
    }

    private static List<DroneStream> flownToTheDropoff() {
        return new FlightRecording(Given.PICKUP, false)
                .stay(3)
                .takeOff()
                .flyTo(Given.DROPOFF)
                .samples();
    }
}
