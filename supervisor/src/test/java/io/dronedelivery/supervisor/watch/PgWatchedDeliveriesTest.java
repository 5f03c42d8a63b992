package io.dronedelivery.supervisor.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.PgFixture;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveriesContract;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class PgWatchedDeliveriesTest extends WatchedDeliveriesContract {
    private final Instant at = PgFixture.farAhead();
    private final PgWatchedDeliveries watched;

    PgWatchedDeliveriesTest(PgWatchedDeliveries watched) {
        this.watched = watched;
    }

    @Override
    protected WatchedDeliveries watched() {
        return watched;
    }

    @Override
    protected Instant at() {
        return at;
    }

    @Override
    protected List<DeliveryRequest> published(String deliveryId, int count) {
        return PgFixture.published(deliveryId, count);
    }
}
