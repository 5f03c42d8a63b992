package io.dronedelivery.transport.domain;

import static io.dronedelivery.transport.domain.InMemoryTransport.BERN;
import static io.dronedelivery.transport.domain.InMemoryTransport.MADRID;
import static io.dronedelivery.transport.domain.InMemoryTransport.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.overland.Overland;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BookingsTest {
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final int TOO_HEAVY_GRAMS = 30_001;
    private final InMemoryTransport transport = new InMemoryTransport();

    @Test
    void aShipmentIsBookedWithinWhatTheCarrierPromises() {
        Shipment shipment = granted(transport.book("d", 1, transport.feasible()));

        assertThat(shipment.stage()).isEqualTo(Stage.BOOKED);
        assertThat(shipment.carrier()).isEqualTo(Overland.NAME);
        assertThat(Duration.between(transport.now(), shipment.pickupAt()))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(30));
        // 95.5 km as the crow flies, at 50 km/h
        assertThat(Duration.between(shipment.pickupAt(), shipment.dropoffAt()))
                .isBetween(Duration.ofMinutes(112), Duration.ofMinutes(117));
        assertThat(transport.stages(1)).containsExactly(Stage.BOOKED);
    }

    @Test
    void aBookingThatIsTooHeavyTooFarOrTooLateHasNoCarrier() {
        assertThat(refusal(transport.book("heavy", 1, transport.booking(TOO_HEAVY_GRAMS, BERN, SIX_HOURS))))
                .isEqualTo(Refusal.NO_CARRIER);
        assertThat(refusal(transport.book("far", 1, transport.booking(900, MADRID, SIX_HOURS))))
                .isEqualTo(Refusal.NO_CARRIER);
        assertThat(refusal(transport.book("late", 1, transport.booking(900, BERN, Duration.ofHours(1)))))
                .isEqualTo(Refusal.NO_CARRIER);
        assertThat(transport.vans()).isEmpty();
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerRefusalsIncluded() {
        Outcome<Shipment> booked = transport.book("d", 1, transport.feasible());
        Outcome<Shipment> refused = transport.book("heavy", 1, transport.booking(TOO_HEAVY_GRAMS, BERN, SIX_HOURS));
        transport.pass(Duration.ofMinutes(10));

        assertThat(transport.book("d", 1, transport.feasible())).isEqualTo(booked);
        assertThat(transport.book("heavy", 1, transport.feasible())).isEqualTo(refused);
        assertThat(transport.vans()).containsExactly("d-1");
        assertThat(transport.published).hasSize(1);
    }

    @Test
    void aLaterAttemptReplacesAnEarlierOne() {
        transport.book("d", 1, transport.feasible());

        transport.book("d", 3, transport.feasible());

        assertThat(transport.vans()).containsExactly("d-3");
        assertThat(refusal(transport.book("d", 1, transport.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(refusal(transport.book("d", 2, transport.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(done(transport.bookings.find("d")))
                .get()
                .extracting(Shipment::attempt)
                .isEqualTo(3);
    }

    @Test
    void aLaterAttemptIsDeclinedWhileACarrierHasTheParcel() {
        transport.book("d", 1, transport.feasible());
        Shipments.Callback pickedUp = new Shipments.Callback("d-1", Stage.PICKED_UP, transport.now(), null, null);
        done(transport.bookings.report("overland", pickedUp));

        assertThat(refusal(transport.book("d", 2, transport.feasible()))).isEqualTo(Refusal.NO_CARRIER);
        assertThat(refusal(transport.book("d", 2, transport.feasible()))).isEqualTo(Refusal.NO_CARRIER);
        done(transport.bookings.undo("d", 2));
        assertThat(transport.vans()).containsExactly("d-1");

        done(transport.bookings.undo("d", 1));
        assertThat(granted(transport.book("d", 3, transport.feasible())).attempt())
                .isEqualTo(3);
        assertThat(transport.vans()).containsExactly("d-3");
    }

    @Test
    void anAttemptThatWasUndoneCanNoLongerBeBooked() {
        done(transport.bookings.undo("d", 1));
        assertThat(refusal(transport.book("d", 1, transport.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);

        transport.book("e", 1, transport.feasible());
        done(transport.bookings.undo("e", 1));
        done(transport.bookings.undo("e", 1));
        assertThat(refusal(transport.book("e", 1, transport.feasible()))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(done(transport.bookings.find("e")))
                .get()
                .extracting(Shipment::stage)
                .isEqualTo(Stage.CANCELLED);
        assertThat(transport.vans()).isEmpty();
    }

    @Test
    void undoingAnAttemptLeavesTheShipmentOfAnother() {
        transport.book("d", 1, transport.feasible());

        done(transport.bookings.undo("d", 2));

        assertThat(transport.vans()).containsExactly("d-1");
    }

    private static Shipment granted(Outcome<Shipment> outcome) {
        return ((Granted<Shipment>) outcome).value();
    }

    private static Refusal refusal(Outcome<Shipment> outcome) {
        return ((Refused<Shipment>) outcome).code();
    }
}
