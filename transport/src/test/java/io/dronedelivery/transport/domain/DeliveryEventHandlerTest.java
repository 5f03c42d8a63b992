package io.dronedelivery.transport.domain;

import static io.dronedelivery.transport.domain.InMemoryTransport.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryEventHandlerTest {
    private final InMemoryTransport transport = new InMemoryTransport();

    @Test
    void aCancelledDeliveryHoldsNoShipmentAndNeverGetsOne() {
        transport.book("d", 1, transport.feasible());

        done(transport.deliveryEvents.on(Events.cancelled("d", 1)));
        done(transport.deliveryEvents.on(Events.cancelled("d", 1)));

        assertThat(transport.vans()).isEmpty();
        assertThat(transport.book("d", 2, transport.feasible())).isInstanceOf(Refused.class);
    }

    @Test
    void aDeliveryThatEndedBeforeTheBookingCameIsNotBooked() {
        done(transport.deliveryEvents.on(Events.cancelled("d", 1)));

        assertThat(transport.book("d", 1, transport.feasible())).isInstanceOf(Refused.class);
        assertThat(transport.vans()).isEmpty();
    }

    @Test
    void anAttemptThatIsScheduledEndsTheShipmentsOfEarlierOnes() {
        transport.book("d", 1, transport.feasible());
        transport.book("e", 1, transport.feasible());
        transport.book("f", 2, transport.feasible());

        done(transport.deliveryEvents.on(Events.scheduled("d", 2, Means.DRONE)));
        done(transport.deliveryEvents.on(Events.scheduled("e", 1, Means.THIRD_PARTY)));
        done(transport.deliveryEvents.on(Events.scheduled("f", 3, Means.THIRD_PARTY)));

        assertThat(transport.vans()).containsExactly("e-1");
    }

    @Test
    void anInterruptionEndsNothingByItself() {
        transport.book("d", 1, transport.feasible());

        done(transport.deliveryEvents.on(Events.interrupted("d", 1)));

        assertThat(transport.vans()).containsExactly("d-1");
    }

    @Test
    void aCompletionLeavesADeliveredShipmentAsItIs() {
        transport.book("d", 1, transport.feasible());
        for (int hours = 0; hours < 5; hours++) {
            transport.pass(Duration.ofHours(1));
            done(transport.dispatch.reportDue());
        }

        done(transport.deliveryEvents.on(Events.completed("d", 1)));

        assertThat(done(transport.bookings.find("d")).orElseThrow().stage()).isEqualTo(Stage.DELIVERED);
    }
}
