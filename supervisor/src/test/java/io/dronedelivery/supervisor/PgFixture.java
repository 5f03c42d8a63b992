package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.testing.KafkaProbe;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Tests with the real tables and topics of a service that runs. */
public final class PgFixture {
    private PgFixture() {}

    /** Years ahead, so that the service itself has no business with what is due then; not the same in two tests. */
    public static Instant farAhead() {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(ThreadLocalRandom.current().nextInt(1_000, 9_000), ChronoUnit.DAYS);
    }

    public static List<DeliveryRequest> published(String deliveryId, int count) {
        return KafkaProbe.published(
                Topic.DELIVERY_REQUESTS,
                DeliveryRequest.class,
                request -> request.deliveryId().equals(deliveryId),
                count);
    }
}
