package io.dronedelivery.transport.domain;

import static io.dronedelivery.transport.domain.InMemoryTransport.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrackingTest {
    private final InMemoryTransport transport = new InMemoryTransport();

    @Test
    void theSimulatedCarrierDeliversOnItsOwnClock() {
        transport.book("d", 1, transport.feasible());
        Shipment booked = done(transport.bookings.find("d")).orElseThrow();

        for (int minutes = 0; minutes < 360; minutes++) {
            transport.pass(Duration.ofMinutes(1));
            done(transport.dispatch.reportDue());
        }

        assertThat(transport.stages(1))
                .containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
        ShipmentProgress delivered = transport.published.getLast();
        assertThat(delivered.time()).isEqualTo(booked.dropoffAt());
        assertThat(delivered.place()).isEqualTo(InMemoryTransport.BERN);
        assertThat(transport.consignments.all())
                .allMatch(consignment -> consignment.holding().isEmpty());
    }

    @Test
    void aStageThatWasSkippedIsPublishedToo() {
        transport.book("d", 1, transport.feasible());

        report("overland", Stage.DELIVERED);

        assertThat(transport.stages(1))
                .containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
        assertThat(transport.published.get(1).detail()).isEqualTo("not reported, but DELIVERED was");
        assertThat(transport.published.getLast().detail()).isNull();
    }

    @Test
    void aReportThatComesTwiceOrLateChangesNothing() {
        transport.book("d", 1, transport.feasible());

        report("overland", Stage.OUT_FOR_DELIVERY);
        report("overland", Stage.PICKED_UP);
        report("overland", Stage.OUT_FOR_DELIVERY);
        report("overland", Stage.BOOKED);

        assertThat(transport.stages(1)).containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY);
    }

    @Test
    void aFailureEndsTheShipmentWithoutInventingStages() {
        transport.book("d", 1, transport.feasible());

        report("overland", Stage.FAILED);
        report("overland", Stage.DELIVERED);

        assertThat(transport.stages(1)).containsExactly(Stage.BOOKED, Stage.FAILED);
    }

    @Test
    void aCancelledShipmentMakesNoMoreProgress() {
        transport.book("d", 1, transport.feasible());
        done(transport.bookings.undo("d", 1));

        report("overland", Stage.PICKED_UP);

        assertThat(transport.stages(1)).containsExactly(Stage.BOOKED);
    }

    @Test
    void aReferenceTheCarrierWasNotGivenIsUnknown() {
        transport.book("d", 1, transport.feasible());

        assertThat(refusal(report("overland", "d-2", Stage.PICKED_UP))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(report("overland", "nonsense", Stage.PICKED_UP))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(report("rival", "d-1", Stage.PICKED_UP))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(report("overland", "d-1", Stage.CANCELLED))).isEqualTo(Refusal.INVALID);
        assertThat(transport.stages(1)).containsExactly(Stage.BOOKED);
    }

    private void report(String carrier, Stage stage) {
        report(carrier, "d-1", stage);
    }

    private Outcome<Shipment> report(String carrier, String reference, Stage stage) {
        return done(transport.bookings.report(
                carrier, new Shipments.Callback(reference, stage, transport.now(), null, null)));
    }

    private static Refusal refusal(Outcome<Shipment> outcome) {
        return ((Refused<Shipment>) outcome).code();
    }
}
