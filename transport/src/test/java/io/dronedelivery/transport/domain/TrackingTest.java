package io.dronedelivery.transport.domain;

import static io.dronedelivery.transport.domain.World.done;
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
    private final World world = new World();

    @Test
    void theSimulatedCarrierDeliversOnItsOwnClock() {
        world.book("d", 1, world.feasible());
        Shipment booked = done(world.bookings.find("d")).orElseThrow();

        for (int minutes = 0; minutes < 360; minutes++) {
            world.pass(Duration.ofMinutes(1));
            done(world.dispatch.reportDue());
        }

        assertThat(world.stages(1))
                .containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
        ShipmentProgress delivered = world.published.getLast();
        assertThat(delivered.time()).isEqualTo(booked.dropoffAt());
        assertThat(delivered.place()).isEqualTo(World.BERN);
        assertThat(world.consignments.all())
                .allMatch(consignment -> consignment.holding().isEmpty());
    }

    @Test
    void aStageThatWasSkippedIsPublishedToo() {
        world.book("d", 1, world.feasible());

        report("overland", Stage.DELIVERED);

        assertThat(world.stages(1))
                .containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
        assertThat(world.published.get(1).detail()).isEqualTo("not reported, but DELIVERED was");
        assertThat(world.published.getLast().detail()).isNull();
    }

    @Test
    void whatIsReportedTwiceOrLateChangesNothing() {
        world.book("d", 1, world.feasible());

        report("overland", Stage.OUT_FOR_DELIVERY);
        report("overland", Stage.PICKED_UP);
        report("overland", Stage.OUT_FOR_DELIVERY);
        report("overland", Stage.BOOKED);

        assertThat(world.stages(1)).containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY);
    }

    @Test
    void aFailureEndsTheShipmentWithoutInventingStages() {
        world.book("d", 1, world.feasible());

        report("overland", Stage.FAILED);
        report("overland", Stage.DELIVERED);

        assertThat(world.stages(1)).containsExactly(Stage.BOOKED, Stage.FAILED);
    }

    @Test
    void aCancelledShipmentMakesNoMoreProgress() {
        world.book("d", 1, world.feasible());
        done(world.bookings.undo("d", 1));

        report("overland", Stage.PICKED_UP);

        assertThat(world.stages(1)).containsExactly(Stage.BOOKED);
    }

    @Test
    void aReferenceTheCarrierWasNotGivenIsUnknown() {
        world.book("d", 1, world.feasible());

        assertThat(refusal(report("overland", "d-2", Stage.PICKED_UP))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(report("overland", "nonsense", Stage.PICKED_UP))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(report("rival", "d-1", Stage.PICKED_UP))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(report("overland", "d-1", Stage.CANCELLED))).isEqualTo(Refusal.INVALID);
        assertThat(world.stages(1)).containsExactly(Stage.BOOKED);
    }

    private void report(String carrier, Stage stage) {
        report(carrier, "d-1", stage);
    }

    private Outcome<Shipment> report(String carrier, String reference, Stage stage) {
        return done(world.bookings.report(carrier, new Shipments.Callback(reference, stage, world.now(), null, null)));
    }

    private static Refusal refusal(Outcome<Shipment> outcome) {
        return ((Refused<Shipment>) outcome).code();
    }
}
