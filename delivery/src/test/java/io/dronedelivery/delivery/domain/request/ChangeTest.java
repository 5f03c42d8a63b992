package io.dronedelivery.delivery.domain.request;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.CANCELLED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PENDING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.REJECTED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.NOT_OPENED;
import static io.dronedelivery.delivery.domain.Given.SECOND_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.THIRD_ATTEMPT;
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
import io.dronedelivery.delivery.domain.DeliveryScenario;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Closure GAVE_UP = new Closure("request-d1", Refusal.INSUFFICIENT_FUNDS, "no money");
    private static final CancelDelivery CANCEL =
            new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, "changed my mind");
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));

    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void aCancelAnswersTheChangeThatItStops() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.open(CANCEL);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertThat(scenario.refusalOf(scenario.schedule(SECOND_ATTEMPT, "later-1")))
                .isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(scenario.close(SECOND_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.statuses()).containsExactly(PENDING, SCHEDULED, SCHEDULED, CANCELLED);
    }

    @Test
    void aChangeAnswersTheOneThatItOvertakes() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.open(new RescheduleDelivery("later-2", "d1", "acme", Given.NOW, LATER.change()));
        assertThat(scenario.refusals()).containsExactly(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(scenario.close(SECOND_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.refusalOf(scenario.schedule(SECOND_ATTEMPT, "later-1")))
                .isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(scenario.schedule(THIRD_ATTEMPT, "later-2")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void anOrderThatIsOpenedTooLateAnswersTheChangeThatOvertookIt() {
        scenario.receive(Given.request()).open(LATER);
        scenario.at(Given.request().order().deadline()).open(Given.request());
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertThat(scenario.status()).isEqualTo(REJECTED);
    }

    @Test
    void anOrderThatIsNeverOpenedAnswersTheChangeThatOvertookIt() {
        scenario.receive(Given.request()).open(LATER);
        scenario.close(NOT_OPENED, new Closure("request-d1", Refusal.UNAVAILABLE, "not reached"));
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_ENDED);
        assertThat(scenario.status()).isEqualTo(REJECTED);
    }

    @Test
    void afterThePickupNothingCanBeChanged() {
        scenario.scheduled().fly(flownToTheDropoff());
        assertThat(scenario.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(scenario.open(LATER)).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP, Refusal.ALREADY_PICKED_UP);
        scenario.fly(flown());
        assertThat(scenario.status()).isEqualTo(COMPLETED);
    }

    @Test
    void aRescheduleIsScheduledAnewAndFencesTheDroneOff() {
        scenario.scheduled();
        assertThat(scenario.open(LATER)).isInstanceOfSatisfying(Proceed.class, proceed -> {
            assertThat(proceed.attempt()).isEqualTo(SECOND_ATTEMPT);
            assertThat(proceed.order().deadline()).isEqualTo(LATER.change().deadline());
        });
        assertThat(scenario.schedule(SECOND_ATTEMPT, "later-1")).isInstanceOf(Outcome.Granted.class);
        DeliveryRescheduled told = scenario.last(DeliveryRescheduled.class);
        assertThat(told.header().attempt()).isEqualTo(SECOND_ATTEMPT);
        assertThat(told.order().deadline()).isEqualTo(LATER.change().deadline());
        scenario.fly(flown());
        assertThat(scenario.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void aPickupWinsOverAChangeThatIsStillBeingArranged() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.fly(flownToTheDropoff());
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
        assertThat(scenario.refusalOf(scenario.schedule(SECOND_ATTEMPT, "later-1")))
                .isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(scenario.close(SECOND_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        scenario.fly(flown());
        assertThat(scenario.last(DeliveryCompleted.class).header().attempt()).isEqualTo(FIRST_ATTEMPT);
        assertThat(DeliveryViews.of(scenario.delivery(), null, Given.NOW).attempt())
                .isEqualTo(FIRST_ATTEMPT);
        assertThat(scenario.refusals()).hasSize(1);
    }

    @Test
    void aCarriersPickupWinsOverAChangeThatIsStillBeingArranged() {
        scenario.open(Given.request());
        scenario.scheduleByCarrier();
        scenario.open(LATER);
        scenario.report(SECOND_ATTEMPT, Stage.BOOKED).report(FIRST_ATTEMPT, Stage.PICKED_UP);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
        scenario.report(FIRST_ATTEMPT, Stage.DELIVERED);
        assertThat(scenario.last(DeliveryCompleted.class).header().attempt()).isEqualTo(FIRST_ATTEMPT);
    }

    @Test
    void aPickupWinsOverRestoringWhatAFailedChangeReplaced() {
        scenario.scheduled();
        scenario.open(LATER);
        Closed closed = scenario.close(SECOND_ATTEMPT, GAVE_UP);
        scenario.fly(flownToTheDropoff());
        assertThat(scenario.open(scenario.restore(closed))).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.INSUFFICIENT_FUNDS, Refusal.ALREADY_PICKED_UP);
        scenario.fly(flown());
        assertThat(scenario.status()).isEqualTo(COMPLETED);
    }

    @Test
    void aDroneThatAbortsForAChangeHasNotFailed() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.fly(aborted());
        assertThat(scenario.status()).isEqualTo(HEADED_TO_PICKUP);
        Closed closed = scenario.close(SECOND_ATTEMPT, GAVE_UP);
        scenario.fly(aborted());
        scenario.open(scenario.restore(closed));
        scenario.fly(aborted());
        assertThat(scenario.status()).isEqualTo(HEADED_TO_PICKUP);
        assertThat(scenario.schedule(THIRD_ATTEMPT, "later-1-restore")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void aDroneThatAbortsWithTheParcelHasFailedThoughItWasToldToAbort() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.close(SECOND_ATTEMPT, GAVE_UP);
        scenario.fly(aborted());
        scenario.fly(flownToTheDropoff());
        assertThat(scenario.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aDroneThatAbortsWithoutAChangeHasFailed() {
        scenario.scheduled().fly(aborted());
        assertThat(scenario.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aDeliveryWhoseRestoreIsGivenUpBeforeItsOpeningIsRejected() {
        scenario.scheduled();
        scenario.open(LATER);
        String restore =
                scenario.restore(scenario.close(SECOND_ATTEMPT, GAVE_UP)).requestId();
        Closure unopened = new Closure(restore, Refusal.UNAVAILABLE, "not reached");
        assertThat(scenario.close(NOT_OPENED, unopened)).isEqualTo(new Closed(true, null));
        assertThat(scenario.status()).isEqualTo(REJECTED);
    }

    @Test
    void aRescheduleThatFailsIsRefusedAndThePreviousScheduleIsRestored() {
        scenario.scheduled();
        scenario.open(LATER);
        Closed closed = scenario.close(SECOND_ATTEMPT, GAVE_UP);
        assertThat(scenario.refusals()).containsExactly(Refusal.INSUFFICIENT_FUNDS);
        assertThat(scenario.close(SECOND_ATTEMPT, GAVE_UP)).isEqualTo(closed);
        assertThat(scenario.restore(closed).requestId()).isEqualTo("later-1-restore");
        assertThat(scenario.open(scenario.restore(closed)))
                .isEqualTo(new Proceed(THIRD_ATTEMPT, Given.request().order()));
        scenario.schedule(THIRD_ATTEMPT, "later-1-restore");
        assertThat(scenario.statuses()).containsExactly(PENDING, SCHEDULED, SCHEDULED, SCHEDULED);
        assertThat(scenario.last(DeliveryRescheduled.class).order())
                .isEqualTo(Given.request().order());
    }

    @Test
    void aDeliveryWhoseRestoreFailsIsRejected() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.open(scenario.restore(scenario.close(SECOND_ATTEMPT, GAVE_UP)));
        assertThat(scenario.close(THIRD_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.status()).isEqualTo(REJECTED);
    }

    @Test
    void aRescheduleOvertakesTheRestoringOfAnEarlierOne() {
        scenario.scheduled();
        scenario.open(LATER);
        Closed closed = scenario.close(SECOND_ATTEMPT, GAVE_UP);
        scenario.open(new RescheduleDelivery("later-2", "d1", "acme", Given.NOW, LATER.change()));
        assertThat(scenario.open(scenario.restore(closed))).isInstanceOf(Halt.class);
        scenario.schedule(THIRD_ATTEMPT, "later-2");
        assertThat(scenario.delivery().attempt()).isEqualTo(THIRD_ATTEMPT);
    }

    @Test
    void aRescheduleOvertakesAFirstScheduleThatThenFails() {
        scenario.open(Given.request());
        scenario.open(LATER);
        assertThat(scenario.close(FIRST_ATTEMPT, GAVE_UP)).isEqualTo(new Closed(true, null));
        assertThat(scenario.status()).isEqualTo(PENDING);
        assertThat(scenario.refusalOf(scenario.schedule(FIRST_ATTEMPT, "request-d1")))
                .isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        scenario.schedule(SECOND_ATTEMPT, "later-1");
        assertThat(scenario.last(DeliveryCreated.class).requestId()).isEqualTo("later-1");
    }

    private static List<DroneStream> flown() {
        return new FlightRecording(Given.PICKUP, false)
                .mission(Given.PICKUP, Given.DROPOFF, Given.PICKUP)
                .samples();
    }

    private static List<DroneStream> flownToTheDropoff() {
        return new FlightRecording(Given.PICKUP, false)
                .staySeconds(3)
                .takeOff()
                .flyTo(Given.DROPOFF)
                .samples();
    }

    private static List<DroneStream> aborted() {
        return new FlightRecording(Given.DROPOFF, false)
                .staySeconds(2)
                .takeOff()
                .abort()
                .staySeconds(2)
                .samples();
    }
}
