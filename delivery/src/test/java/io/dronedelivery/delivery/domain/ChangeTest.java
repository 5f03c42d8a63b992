package io.dronedelivery.delivery.domain;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.CANCELLED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
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
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Closure GAVE_UP = new Closure("request-d1", Refusal.INSUFFICIENT_FUNDS, "no money");
    private static final CancelDelivery CANCEL =
            new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, "changed my mind");
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));

    private final Story story = new Story();

    @Test
    void aCancelAnswersTheChangeThatItStops() {
        story.scheduled();
        story.open(LATER);
        story.open(CANCEL);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertThat(story.refusalOf(story.schedule(2, "later-1"))).isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(story.close(2, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.statuses()).containsExactly(PENDING, SCHEDULED, SCHEDULED, CANCELLED);
    }

    @Test
    void aChangeAnswersTheOneThatItOvertakes() {
        story.scheduled();
        story.open(LATER);
        story.open(new RescheduleDelivery("later-2", "d1", "acme", Given.NOW, LATER.change()));
        assertThat(story.refusals()).containsExactly(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(story.close(2, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.refusalOf(story.schedule(2, "later-1"))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(story.schedule(3, "later-2")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void anOrderThatIsOpenedTooLateAnswersTheChangeThatOvertookIt() {
        story.see(Given.request()).open(LATER);
        story.at(Given.request().order().deadline()).open(Given.request());
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertThat(story.status()).isEqualTo(REJECTED);
    }

    @Test
    void anOrderThatIsNeverOpenedAnswersTheChangeThatOvertookIt() {
        story.see(Given.request()).open(LATER);
        story.close(0, new Closure("request-d1", Refusal.UNAVAILABLE, "not reached"));
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertThat(story.status()).isEqualTo(REJECTED);
    }

    @Test
    void afterThePickupNothingCanBeChanged() {
        story.scheduled().fly(flownToTheDropoff());
        assertThat(story.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(story.open(LATER)).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP, Refusal.ALREADY_PICKED_UP);
        story.fly(flown());
        assertThat(story.status()).isEqualTo(COMPLETED);
    }

    @Test
    void aRescheduleIsScheduledAnewAndFencesTheDroneOff() {
        story.scheduled();
        assertThat(story.open(LATER)).isInstanceOfSatisfying(Proceed.class, proceed -> {
            assertThat(proceed.attempt()).isEqualTo(2);
            assertThat(proceed.order().deadline()).isEqualTo(LATER.change().deadline());
        });
        assertThat(story.schedule(2, "later-1")).isInstanceOf(Outcome.Granted.class);
        DeliveryRescheduled told = story.last(DeliveryRescheduled.class);
        assertThat(told.header().attempt()).isEqualTo(2);
        assertThat(told.order().deadline()).isEqualTo(LATER.change().deadline());
        story.fly(flown());
        assertThat(story.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void aPickupWinsOverAChangeThatIsStillBeingArranged() {
        story.scheduled();
        story.open(LATER);
        story.fly(flownToTheDropoff());
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
        assertThat(story.refusalOf(story.schedule(2, "later-1"))).isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(story.close(2, GAVE_UP)).isEqualTo(new Closed(true, null));
        story.fly(flown());
        assertThat(story.last(DeliveryCompleted.class).header().attempt()).isEqualTo(1);
        assertThat(Portrait.of(story.delivery(), null, Given.NOW).attempt()).isEqualTo(1);
        assertThat(story.refusals()).hasSize(1);
    }

    @Test
    void aCarriersPickupWinsOverAChangeThatIsStillBeingArranged() {
        story.open(Given.request());
        story.scheduleByCarrier();
        story.open(LATER);
        story.report(2, Stage.BOOKED).report(1, Stage.PICKED_UP);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
        story.report(1, Stage.DELIVERED);
        assertThat(story.last(DeliveryCompleted.class).header().attempt()).isEqualTo(1);
    }

    @Test
    void aPickupWinsOverBringingBackWhatAFailedChangeReplaced() {
        story.scheduled();
        story.open(LATER);
        Closed closed = story.close(2, GAVE_UP);
        story.fly(flownToTheDropoff());
        assertThat(story.open(story.restore(closed))).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.INSUFFICIENT_FUNDS, Refusal.ALREADY_PICKED_UP);
        story.fly(flown());
        assertThat(story.status()).isEqualTo(COMPLETED);
    }

    @Test
    void aDroneThatIsToldToGiveUpForAChangeHasNotFailed() {
        story.scheduled();
        story.open(LATER);
        story.fly(aborted());
        assertThat(story.status()).isEqualTo(HEADED_TO_PICKUP);
        Closed closed = story.close(2, GAVE_UP);
        story.fly(aborted());
        story.open(story.restore(closed));
        story.fly(aborted());
        assertThat(story.status()).isEqualTo(HEADED_TO_PICKUP);
        assertThat(story.schedule(3, "later-1-restore")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void aDroneThatGivesUpWithTheParcelHasFailedWhateverItWasTold() {
        story.scheduled();
        story.open(LATER);
        story.close(2, GAVE_UP);
        story.fly(aborted());
        story.fly(flownToTheDropoff());
        assertThat(story.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aDroneThatGivesUpOfItselfHasFailed() {
        story.scheduled().fly(aborted());
        assertThat(story.status()).isEqualTo(RECOVERING);
    }

    @Test
    void whatCannotEvenBeBroughtBackByNameIsRejected() {
        story.scheduled();
        story.open(LATER);
        String restore = story.restore(story.close(2, GAVE_UP)).requestId();
        Closure unopened = new Closure(restore, Refusal.UNAVAILABLE, "not reached");
        assertThat(story.close(0, unopened)).isEqualTo(new Closed(true, null));
        assertThat(story.status()).isEqualTo(REJECTED);
    }

    @Test
    void aRescheduleThatFailsIsRefusedAndWhatWasBeforeIsBroughtBack() {
        story.scheduled();
        story.open(LATER);
        Closed closed = story.close(2, GAVE_UP);
        assertThat(story.refusals()).containsExactly(Refusal.INSUFFICIENT_FUNDS);
        assertThat(story.close(2, GAVE_UP)).isEqualTo(closed);
        assertThat(story.restore(closed).requestId()).isEqualTo("later-1-restore");
        assertThat(story.open(story.restore(closed)))
                .isEqualTo(new Proceed(3, Given.request().order()));
        story.schedule(3, "later-1-restore");
        assertThat(story.statuses()).containsExactly(PENDING, SCHEDULED, SCHEDULED, SCHEDULED);
        assertThat(story.last(DeliveryRescheduled.class).order())
                .isEqualTo(Given.request().order());
    }

    @Test
    void whatCannotBeBroughtBackIsRejected() {
        story.scheduled();
        story.open(LATER);
        story.open(story.restore(story.close(2, GAVE_UP)));
        assertThat(story.close(3, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.status()).isEqualTo(REJECTED);
    }

    @Test
    void aRescheduleOvertakesTheRestoringOfAnEarlierOne() {
        story.scheduled();
        story.open(LATER);
        Closed closed = story.close(2, GAVE_UP);
        story.open(new RescheduleDelivery("later-2", "d1", "acme", Given.NOW, LATER.change()));
        assertThat(story.open(story.restore(closed))).isInstanceOf(Halt.class);
        story.schedule(3, "later-2");
        assertThat(story.delivery().attempt()).isEqualTo(3);
    }

    @Test
    void aRescheduleOfWhatFailedToBeScheduledDecidesBoth() {
        story.open(Given.request());
        story.open(LATER);
        assertThat(story.close(1, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(story.status()).isEqualTo(PENDING);
        assertThat(story.refusalOf(story.schedule(1, "request-d1"))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        story.schedule(2, "later-1");
        assertThat(story.last(DeliveryCreated.class).requestId()).isEqualTo("later-1");
    }

    private static List<DroneStream> flown() {
        return new FlightRecording(Given.PICKUP, false)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
    }

    private static List<DroneStream> flownToTheDropoff() {
        return new FlightRecording(Given.PICKUP, false)
                .stay(3)
                .takeOff()
                .flyTo(Given.DROPOFF)
                .samples();
    }

    private static List<DroneStream> aborted() {
        return new FlightRecording(Given.DROPOFF, false)
                .stay(2)
                .takeOff()
                .abort()
                .stay(2)
                .samples();
    }
}
