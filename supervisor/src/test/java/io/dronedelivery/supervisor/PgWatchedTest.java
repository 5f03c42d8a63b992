package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Watched;
import io.dronedelivery.supervisor.domain.watch.WatchedContract;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class PgWatchedTest extends WatchedContract {
    private final Instant at = PgSetting.farAhead();
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
        return PgSetting.published(deliveryId, count);
    }
}
