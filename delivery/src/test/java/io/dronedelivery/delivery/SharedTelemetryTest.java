package io.dronedelivery.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.delivery.domain.view.SharedTelemetry;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharedTelemetryTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long EARLIER = 5;
    private static final long LATER = 6;
    /** Greater than that of any sample of a journey. */
    private static final long OF_ANOTHER_INSTANCE = 1_000;

    private final SharedTelemetry shared;

    SharedTelemetryTest(SharedTelemetry shared) {
        this.shared = shared;
    }

    @Test
    void onlyWhatWasAskedForIsShared() {
        String asked = id();
        String unasked = id();
        assertThat(result(shared.ask(asked))).isEmpty();

        result(shared.offer(List.of(seen(asked, 1, LATER), seen(unasked, 1, LATER))));

        assertThat(result(shared.asked())).contains(asked).doesNotContain(unasked);
        assertThat(result(shared.ask(asked))).contains(seen(asked, 1, LATER));
        assertThat(result(shared.ask(unasked))).isEmpty();
    }

    @Test
    void anOlderSampleNeverReplacesALaterOne() {
        String deliveryId = id();
        result(shared.ask(deliveryId));
        result(shared.offer(List.of(seen(deliveryId, 1, LATER))));
        result(shared.offer(List.of(seen(deliveryId, 1, EARLIER))));
        assertThat(result(shared.ask(deliveryId))).contains(seen(deliveryId, 1, LATER));

        result(shared.offer(List.of(seen(deliveryId, 2, EARLIER))));
        assertThat(result(shared.ask(deliveryId))).contains(seen(deliveryId, 2, EARLIER));
    }

    @Test
    void anOwnerSeesThePositionThatAnotherInstanceHasHeard() {
        try (KafkaProbe probe = new KafkaProbe()) {
            Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);
            journey.requested().scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);

            await().atMost(TIMEOUT).untilAsserted(() -> {
                result(shared.offer(List.of(seen(journey.id, 1, OF_ANOTHER_INSTANCE))));
                assertThat(journey.get("").jsonPath().getObject("position", Position.class))
                        .isEqualTo(Orders.DROPOFF);
            });
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static DroneTelemetry seen(String deliveryId, int attempt, long sequence) {
        return new DroneTelemetry(
                "drone-" + deliveryId,
                sequence,
                Instant.EPOCH,
                Orders.DROPOFF.latitude(),
                Orders.DROPOFF.longitude(),
                60,
                10,
                0,
                80.0,
                FlightStatus.AIRBORNE,
                Payload.LOADED,
                new MissionReference(deliveryId, attempt, false));
    }

    private static <T> T result(Uni<T> asked) {
        return asked.await().atMost(TIMEOUT);
    }
}
