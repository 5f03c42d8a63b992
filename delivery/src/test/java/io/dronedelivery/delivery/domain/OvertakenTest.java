package io.dronedelivery.delivery.domain;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A customer changes his mind, and the first drone hears of it too late. */
class OvertakenTest {
    private static final String ANOTHER = "drone-8";
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));
    private static final CancelDelivery CANCEL = new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, null);

    private final Story story = new Story();

    @Test
    void whereTheFirstDroneHasTheParcelAPersonSaysWhatBecomesOfIt() {
        rescheduled(Given.byDrone(ANOTHER, "later-1"));

        story.stopWithParcel(1);

        assertThat(story.status()).isEqualTo(RECOVERING);
        story.stop(ANOTHER, 2);
        assertThat(story.refusedClosure(2)).isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(story.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(story.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
        Closed closed = story.close(2, Remedy.PARCEL_RECOVERED);
        story.open(story.restore(closed));
        assertThat(story.schedule(3, "recovery-2-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        story.stopWithParcel(1);
        assertThat(story.status()).as("told once more").isEqualTo(SCHEDULED);
    }

    @Test
    void aFirstDroneThatIsSeenWithTheParcelHasItThoughItNeverHeardOfTheChange() {
        rescheduled(Given.byDrone("later-1"));

        story.fly(new FlightRecording(Given.PICKUP, true).load(true).stay(1).samples());

        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.last(DeliveryInterrupted.class).detail()).isEqualTo("overtaken: the drone has the parcel");
    }

    @Test
    void theVanThatIsSentInsteadIsHeldUpAsWell() {
        rescheduled(Given.byCarrier("later-1"));

        story.stopWithParcel(1);

        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.refusedClosure(2)).isEqualTo(Refusal.ALREADY_PICKED_UP);
    }

    @Test
    void ofAFirstDroneThatIsLostNobodyKnows() {
        rescheduled(Given.byDrone(ANOTHER, "later-1"));

        story.writeOff(1);

        assertThat(story.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aFirstDroneThatIsLostWhileTheChangeIsArrangedEndsTheChange() {
        story.scheduled();
        story.open(LATER);

        story.writeOff(1);

        assertThat(story.status()).isEqualTo(RECOVERING);
        assertThat(story.refusals()).containsExactly(Refusal.BEING_RECOVERED);
    }

    @Test
    void aFirstDroneThatComesHomeEmptyIsOfNoConcern() {
        rescheduled(Given.byDrone(ANOTHER, "later-1"));

        story.fly(new FlightRecording(Given.PICKUP, true).abort().stay(2).samples());
        story.stop(1);

        assertThat(story.status()).isEqualTo(SCHEDULED);
    }

    private void rescheduled(Schedule anew) {
        story.scheduled();
        story.open(LATER);
        story.schedule(2, anew);
    }
}
