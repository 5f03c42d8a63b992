package io.dronedelivery.delivery.domain;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.CANCELLED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeInRecoveryTest {
    private static final Closed UNDO = new Closed(true, null);
    private static final Closed KEEP = new Closed(false, null);
    private static final CancelDelivery CANCEL = new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, null);
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));

    private final Story story = new Story();

    @Test
    void aChangeIsRefusedAsLongAsItIsBeingRecovered() {
        story.scheduled().failedInFlight(1);
        story.open(LATER);
        story.close(1, Remedy.SCHEDULE_ANEW);
        story.open(another("later-2"));
        assertThat(story.refusals()).containsExactly(Refusal.BEING_RECOVERED, Refusal.BEING_RECOVERED);
        story.open(anew());
        story.schedule(2, "recovery-1-anew");
        assertThat(story.open(another("later-3"))).isInstanceOf(Proceed.class);
    }

    @Test
    void itCanBeCancelledWhileItIsBeingRecovered() {
        story.scheduled().failedInFlight(1);
        assertThat(story.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(story.status()).isEqualTo(CANCELLED);
        assertThat(story.close(1, Remedy.SCHEDULE_ANEW)).isEqualTo(KEEP);
    }

    @Test
    void itCanBeCancelledWhileItIsBeingScheduledAnew() {
        story.scheduled().fly(pickedUp());
        story.failedInFlight(1);
        story.open(story.restore(story.close(1, Remedy.PARCEL_RECOVERED)));
        assertThat(story.open(CANCEL)).isEqualTo(new Halt("cancelled"));
        assertThat(story.refusalOf(story.schedule(2, "recovery-1-anew"))).isEqualTo(Refusal.ALREADY_ENDED);
        assertThat(story.close(2, Given.closure(2, null))).isEqualTo(UNDO);
        assertThat(story.status()).isEqualTo(CANCELLED);
    }

    @Test
    void aParcelThatIsOutThereCannotBeCancelled() {
        story.scheduled().fly(pickedUp());
        story.failedInFlight(1);
        assertThat(story.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
    }

    @Test
    void anInterruptionEndsTheChangeThatIsBeingArrangedButNotTheDelivery() {
        story.scheduled();
        story.open(LATER);
        story.failedInFlight(1);
        assertThat(story.refusals()).containsExactly(Refusal.BEING_RECOVERED);
        assertThat(story.refusalOf(story.schedule(2, "later-1"))).isEqualTo(Refusal.BEING_RECOVERED);
        assertThat(story.close(2, new Closure("later-1", Refusal.BEING_RECOVERED, "refused")))
                .isEqualTo(UNDO);
        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.open(story.restore(story.close(1, Remedy.SCHEDULE_ANEW))))
                .isInstanceOf(Proceed.class);
        assertThat(story.schedule(3, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    @Test
    void anInterruptionBeforeAFailedChangeIsBroughtBackLeavesItToTheRecovery() {
        story.scheduled();
        story.open(LATER);
        Closed failed = story.close(2, new Closure("later-1", Refusal.INSUFFICIENT_FUNDS, "no money"));
        story.failedInFlight(1);
        assertThat(story.open(story.restore(failed))).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.INSUFFICIENT_FUNDS, Refusal.BEING_RECOVERED);
        story.open(story.restore(story.close(1, Remedy.SCHEDULE_ANEW)));
        assertThat(story.schedule(3, "recovery-1-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
    }

    private RescheduleDelivery anew() {
        return story.restore(story.close(1, Remedy.SCHEDULE_ANEW));
    }

    private static RescheduleDelivery another(String requestId) {
        return new RescheduleDelivery(requestId, "d1", "acme", Given.NOW, LATER.change());
    }

    private static FlightRecording flight(int attempt) {
        return new FlightRecording(Given.PICKUP, false).under(attempt);
    }

    private static List<DroneStream> pickedUp() {
        return flight(1).stay(3).takeOff().samples();
    }
}
