package io.dronedelivery.delivery.domain.attempt;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.CANCELLED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.SECOND_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.THIRD_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.delivery.domain.DeliveryScenario;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeInRecoveryTest {
    private static final Closed UNDO = new Closed(true, null);
    private static final Closed KEEP = new Closed(false, null);
    private static final CancelDelivery CANCEL = new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, null);
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));

    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void aChangeIsRefusedAsLongAsItIsBeingRecovered() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        scenario.open(LATER);
        scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW);
        scenario.open(another("later-2"));
        assertThat(scenario.refusals()).containsExactly(Refusal.BEING_RECOVERED, Refusal.BEING_RECOVERED);
        scenario.open(anew());
        scenario.schedule(SECOND_ATTEMPT, "recovery-1-anew");
        assertThat(scenario.open(another("later-3"))).isInstanceOf(Proceed.class);
    }

    @Test
    void itCanBeCancelledWhileItIsBeingRecovered() {
        scenario.scheduled().failedInFlight(FIRST_ATTEMPT);
        assertThat(scenario.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(scenario.status()).isEqualTo(CANCELLED);
        assertThat(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)).isEqualTo(KEEP);
    }

    @Test
    void itCanBeCancelledWhileItIsBeingScheduledAnew() {
        scenario.scheduled().fly(pickedUp());
        scenario.failedInFlight(FIRST_ATTEMPT);
        scenario.open(scenario.restore(scenario.close(FIRST_ATTEMPT, Remedy.PARCEL_RECOVERED)));
        assertThat(scenario.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(scenario.refusalOf(scenario.schedule(SECOND_ATTEMPT, "recovery-1-anew")))
                .isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(scenario.close(SECOND_ATTEMPT, Given.closure(SECOND_ATTEMPT, null)))
                .isEqualTo(UNDO);
        assertThat(scenario.status()).isEqualTo(CANCELLED);
    }

    @Test
    void aRecoveringDeliveryThatWasPickedUpCannotBeCancelled() {
        scenario.scheduled().fly(pickedUp());
        scenario.failedInFlight(FIRST_ATTEMPT);
        assertThat(scenario.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
    }

    @Test
    void anInterruptionEndsTheChangeThatIsBeingArrangedButNotTheDelivery() {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.failedInFlight(FIRST_ATTEMPT);
        assertThat(scenario.refusals()).containsExactly(Refusal.BEING_RECOVERED);
        assertThat(scenario.refusalOf(scenario.schedule(SECOND_ATTEMPT, "later-1")))
                .isEqualTo(Refusal.BEING_RECOVERED);
        assertThat(scenario.close(SECOND_ATTEMPT, new Closure("later-1", Refusal.BEING_RECOVERED, "refused")))
                .isEqualTo(UNDO);
        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.open(scenario.restore(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW))))
                .isInstanceOf(Proceed.class);
        assertThat(scenario.schedule(THIRD_ATTEMPT, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void anInterruptionBeforeAFailedChangeIsRestoredLeavesTheDeliveryToItsRecovery() {
        scenario.scheduled();
        scenario.open(LATER);
        Closed failed = scenario.close(SECOND_ATTEMPT, new Closure("later-1", Refusal.INSUFFICIENT_FUNDS, "no money"));
        scenario.failedInFlight(FIRST_ATTEMPT);
        assertThat(scenario.open(scenario.restore(failed))).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.INSUFFICIENT_FUNDS, Refusal.BEING_RECOVERED);
        scenario.open(scenario.restore(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW)));
        assertThat(scenario.schedule(THIRD_ATTEMPT, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    private RescheduleDelivery anew() {
        return scenario.restore(scenario.close(FIRST_ATTEMPT, Remedy.SCHEDULE_ANEW));
    }

    private static RescheduleDelivery another(String requestId) {
        return new RescheduleDelivery(requestId, "d1", "acme", Given.NOW, LATER.change());
    }

    private static FlightRecording flight(int attempt) {
        return new FlightRecording(Given.PICKUP, false).under(attempt);
    }

    private static List<DroneStream> pickedUp() {
        return flight(FIRST_ATTEMPT).staySeconds(3).takeOff().samples();
    }
}
