package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Watched;
import io.dronedelivery.supervisor.domain.watch.WatchedContract;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class PgWatchedTest extends WatchedContract {
    // Years ahead, so that the service itself has no business with it; not the same in two tests.
    private final Instant at = Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .plus(ThreadLocalRandom.current().nextInt(1_000, 9_000), ChronoUnit.DAYS);
    private final PgWatched watched;

    PgWatchedTest(PgWatched watched) {
        this.watched = watched;
    }

    @Override
    protected Watched watched() {
        return watched;
    }

    @Override
    protected Instant at() {
        return at;
    }

    @Override
    protected List<DeliveryRequest> published(String deliveryId, int count) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.await(
                    Topic.DELIVERY_REQUESTS,
                    DeliveryRequest.class,
                    request -> request.deliveryId().equals(deliveryId),
                    count);
        }
    }
}
