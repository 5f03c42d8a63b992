package io.dronedelivery.delivery.domain.tracking;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.SECOND_ATTEMPT;
import static io.dronedelivery.delivery.domain.Given.THIRD_ATTEMPT;
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
import io.dronedelivery.delivery.domain.DeliveryScenario;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A customer changes a delivery, and the first drone is told too late. */
class OvertakenDroneTest {
    private static final String ANOTHER = "drone-8";
    private static final RescheduleDelivery LATER = new RescheduleDelivery(
            "later-1", "d1", "acme", Given.NOW, new DeliveryChange(null, null, Given.NOW.plus(Duration.ofHours(5))));
    private static final CancelDelivery CANCEL = new CancelDelivery("cancel-1", "d1", "acme", Given.NOW, null);

    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void ifTheOvertakenDroneHasTheParcelAPersonMustRecoverIt() {
        rescheduled(Given.byDrone(ANOTHER, "later-1"));

        scenario.stopWithParcel(FIRST_ATTEMPT);

        assertThat(scenario.status()).isEqualTo(RECOVERING);
        scenario.stop(ANOTHER, SECOND_ATTEMPT);
        assertThat(scenario.refusedClosure(SECOND_ATTEMPT)).isEqualTo(Refusal.ALREADY_PICKED_UP);
        assertThat(scenario.open(CANCEL)).isInstanceOf(Halt.class);
        assertThat(scenario.refusals()).containsExactly(Refusal.ALREADY_PICKED_UP);
        Closed closed = scenario.close(SECOND_ATTEMPT, Remedy.PARCEL_RECOVERED);
        scenario.open(scenario.restore(closed));
        assertThat(scenario.schedule(THIRD_ATTEMPT, "recovery-2-anew")).isEqualTo(new Outcome.Granted<>(SCHEDULED));
        scenario.stopWithParcel(FIRST_ATTEMPT);
        assertThat(scenario.status()).as("the same message again").isEqualTo(SCHEDULED);
    }

    @Test
    void telemetryOfTheOvertakenDroneWithTheParcelInterruptsTheDelivery() {
        rescheduled(Given.byDrone("later-1"));

        scenario.fly(new FlightRecording(Given.PICKUP, true)
                .load(true)
                .staySeconds(1)
                .samples());

        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.last(DeliveryInterrupted.class).detail()).isEqualTo("overtaken: the drone has the parcel");
    }

    @Test
    void ifTheOvertakenDroneHasTheParcelACarrierIsInterruptedToo() {
        rescheduled(Given.byCarrier("later-1"));

        scenario.stopWithParcel(FIRST_ATTEMPT);

        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.refusedClosure(SECOND_ATTEMPT)).isEqualTo(Refusal.ALREADY_PICKED_UP);
    }

    @Test
    void aDeliveryWhoseOvertakenDroneIsWrittenOffIsInterrupted() {
        rescheduled(Given.byDrone(ANOTHER, "later-1"));

        scenario.writeOff(FIRST_ATTEMPT);

        assertThat(scenario.status()).isEqualTo(RECOVERING);
    }

    @Test
    void aDroneThatIsLostWhileAChangeIsArrangedEndsTheChange() {
        scenario.scheduled();
        scenario.open(LATER);

        scenario.writeOff(FIRST_ATTEMPT);

        assertThat(scenario.status()).isEqualTo(RECOVERING);
        assertThat(scenario.refusals()).containsExactly(Refusal.BEING_RECOVERED);
    }

    @Test
    void anOvertakenDroneThatReturnsEmptyChangesNothing() {
        rescheduled(Given.byDrone(ANOTHER, "later-1"));

        scenario.fly(
                new FlightRecording(Given.PICKUP, true).abort().staySeconds(2).samples());
        scenario.stop(FIRST_ATTEMPT);

        assertThat(scenario.status()).isEqualTo(SCHEDULED);
    }

    private void rescheduled(Schedule anew) {
        scenario.scheduled();
        scenario.open(LATER);
        scenario.schedule(SECOND_ATTEMPT, anew);
    }
}
