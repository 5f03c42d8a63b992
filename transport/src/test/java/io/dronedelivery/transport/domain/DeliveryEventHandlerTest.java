package io.dronedelivery.transport.domain;

import static io.dronedelivery.transport.domain.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryEventHandlerTest {
    private final World world = new World();

    @Test
    void aCancelledDeliveryHoldsNoShipmentAndNeverGetsOne() {
        world.book("d", 1, world.feasible());

        done(world.life.on(Events.cancelled("d", 1)));
        done(world.life.on(Events.cancelled("d", 1)));

        assertThat(world.vans()).isEmpty();
        assertThat(world.book("d", 2, world.feasible())).isInstanceOf(Refused.class);
    }

    @Test
    void aDeliveryThatEndedBeforeTheBookingCameIsNotBooked() {
        done(world.life.on(Events.cancelled("d", 1)));

        assertThat(world.book("d", 1, world.feasible())).isInstanceOf(Refused.class);
        assertThat(world.vans()).isEmpty();
    }

    @Test
    void whatADroneCarriesNoThirdPartyCarriesToo() {
        world.book("d", 1, world.feasible());
        world.book("e", 1, world.feasible());
        world.book("f", 2, world.feasible());

        done(world.life.on(Events.scheduled("d", 1, Means.DRONE)));
        done(world.life.on(Events.scheduled("e", 1, Means.THIRD_PARTY)));
        done(world.life.on(Events.scheduled("f", 3, Means.THIRD_PARTY)));

        assertThat(world.vans()).containsExactly("e-1");
    }

    @Test
    void anInterruptionEndsNothingByItself() {
        world.book("d", 1, world.feasible());

        done(world.life.on(Events.interrupted("d", 1)));

        assertThat(world.vans()).containsExactly("d-1");
    }

    @Test
    void completionLeavesWhatWasDeliveredAsItIs() {
        world.book("d", 1, world.feasible());
        for (int hours = 0; hours < 5; hours++) {
            world.pass(Duration.ofHours(1));
            done(world.dispatch.reportDue());
        }

        done(world.life.on(Events.completed("d", 1)));

        assertThat(done(world.bookings.find("d")).orElseThrow().stage()).isEqualTo(Stage.DELIVERED);
    }
}
