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
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The simulated carrier calls back over HTTP, an hour of its time in a second of ours. */
@QuarkusTest
@TestProfile(OverlandTourTest.Fast.class)
class OverlandTourTest {
    private final Bookings bookings;
    private final InstantSource clock;

    OverlandTourTest(Bookings bookings, InstantSource clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    @Test
    void aTourIsReportedStageByStageUntilTheParcelIsDelivered() {
        String deliveryId = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Parcel parcel = new Parcel(Parcel.Size.LARGE, 20_000, null);

        bookings.book(
                        deliveryId,
                        1,
                        new Booking(Orders.PICKUP, Orders.DROPOFF, parcel, now, now.plus(Duration.ofHours(4))))
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
        }
    }

    /** Runs the clock fast. */
    public static final class Fast implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String now = String.valueOf(System.currentTimeMillis());
            return Map.of("clock.scale", "3600", "clock.anchor.real", now, "clock.anchor.scaled", now);
        }
    }
}
