package io.dronedelivery.transport.domain;

import static io.dronedelivery.transport.domain.World.BERN;
import static io.dronedelivery.transport.domain.World.MADRID;
import static io.dronedelivery.transport.domain.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BookingsTest {
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private final World world = new World();

    @Test
    void aShipmentIsBookedWithinWhatTheCarrierPromises() {
        Shipment shipment = granted(world.book("d", 1, world.feasible()));

        assertThat(shipment.stage()).isEqualTo(Stage.BOOKED);
        assertThat(shipment.carrier()).isEqualTo(Overland.NAME);
        assertThat(Duration.between(world.now(), shipment.pickupAt()))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(30));
        // 95.5 km as the crow flies, at 50 km/h
        assertThat(Duration.between(shipment.pickupAt(), shipment.dropoffAt()))
                .isBetween(Duration.ofMinutes(112), Duration.ofMinutes(117));
        assertThat(world.stages(1)).containsExactly(Stage.BOOKED);
    }

    @Test
    void whatIsTooHeavyTooFarOrNotInTimeHasNoCarrier() {
        assertThat(refusal(world.book("heavy", 1, world.booking(30_001, BERN, SIX_HOURS))))
                .isEqualTo(Refusal.NO_CARRIER);
        assertThat(refusal(world.book("far", 1, world.booking(900, MADRID, SIX_HOURS))))
                .isEqualTo(Refusal.NO_CARRIER);
        assertThat(refusal(world.book("late", 1, world.booking(900, BERN, Duration.ofHours(1)))))
                .isEqualTo(Refusal.NO_CARRIER);
        assertThat(world.vans()).isEmpty();
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerRefusalsIncluded() {
        Outcome<Shipment> booked = world.book("d", 1, world.feasible());
        Outcome<Shipment> refused = world.book("heavy", 1, world.booking(30_001, BERN, SIX_HOURS));
        world.pass(Duration.ofMinutes(10));

        assertThat(world.book("d", 1, world.feasible())).isEqualTo(booked);
        assertThat(world.book("heavy", 1, world.feasible())).isEqualTo(refused);
        assertThat(world.vans()).containsExactly("d-1");
        assertThat(world.published).hasSize(1);
    }

    @Test
    void aLaterAttemptReplacesAnEarlierOne() {
        world.book("d", 1, world.feasible());

        world.book("d", 3, world.feasible());

        assertThat(world.vans()).containsExactly("d-3");
        assertThat(refusal(world.book("d", 1, world.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(refusal(world.book("d", 2, world.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(done(world.bookings.find("d")))
                .get()
                .extracting(Shipment::attempt)
                .isEqualTo(3);
    }

    @Test
    void aLaterAttemptTakesNothingFromTheCarrierThatHasTheParcel() {
        world.book("d", 1, world.feasible());
        Shipments.Callback pickedUp = new Shipments.Callback("d-1", Stage.PICKED_UP, world.now(), null, null);
        done(world.bookings.report("overland", pickedUp));

        assertThat(refusal(world.book("d", 2, world.feasible()))).isEqualTo(Refusal.NO_CARRIER);
        assertThat(refusal(world.book("d", 2, world.feasible()))).isEqualTo(Refusal.NO_CARRIER);
        done(world.bookings.undo("d", 2));
        assertThat(world.vans()).containsExactly("d-1");

        done(world.bookings.undo("d", 1));
        assertThat(granted(world.book("d", 3, world.feasible())).attempt()).isEqualTo(3);
        assertThat(world.vans()).containsExactly("d-3");
    }

    @Test
    void anAttemptThatWasUndoneCanNoLongerBeBooked() {
        done(world.bookings.undo("d", 1));
        assertThat(refusal(world.book("d", 1, world.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);

        world.book("e", 1, world.feasible());
        done(world.bookings.undo("e", 1));
        done(world.bookings.undo("e", 1));
        assertThat(refusal(world.book("e", 1, world.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(done(world.bookings.find("e")))
                .get()
                .extracting(Shipment::stage)
                .isEqualTo(Stage.CANCELLED);
        assertThat(world.vans()).isEmpty();
    }

    @Test
    void undoingAnAttemptLeavesTheShipmentOfAnotherInPeace() {
        world.book("d", 1, world.feasible());

        done(world.bookings.undo("d", 2));

        assertThat(world.vans()).containsExactly("d-1");
    }

    private static Shipment granted(Outcome<Shipment> outcome) {
        return ((Granted<Shipment>) outcome).value();
    }

    private static Refusal refusal(Outcome<Shipment> outcome) {
        return ((Refused<Shipment>) outcome).code();
    }
}
