package io.dronedelivery.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.transport.domain.Bookings;
import io.dronedelivery.transport.domain.carrier.Carriers;
import io.dronedelivery.transport.domain.overland.Overland;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The simulated carrier calls back over HTTP. */
@QuarkusTest
class OverlandTourTest {
    private static final Duration TOUR = Duration.ofHours(3);

    private final Bookings threeHoursAgo;

    OverlandTourTest(PgConsignments consignments, PgJobs jobs) {
        InstantSource longAgo = () -> Instant.now().minus(TOUR);
        threeHoursAgo = new Bookings(consignments, new Carriers(List.of(new Overland(jobs, longAgo))), longAgo);
    }

    @Test
    void aTourIsReportedStageByStageUntilTheParcelIsDelivered() {
        String deliveryId = UUID.randomUUID().toString();
        Instant now = Instant.now();
        Parcel parcel = new Parcel(Parcel.Size.LARGE, 20_000, null);

        threeHoursAgo
                .book(deliveryId, 1, new Booking(Orders.PICKUP, Orders.DROPOFF, parcel, now.minus(TOUR), now))
                .await()
                .indefinitely();

        try (KafkaProbe probe = new KafkaProbe()) {
            List<ShipmentProgress> tour = probe.await(
                    Topic.TRANSPORT_TRACKING,
                    ShipmentProgress.class,
                    progress -> progress.deliveryId().equals(deliveryId),
                    4);
            assertThat(tour)
                    .extracting(ShipmentProgress::stage)
                    .containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
            assertThat(tour).allMatch(progress -> progress.detail() == null);
            assertThat(tour.getLast().time()).isBefore(now);
        }
    }
}
