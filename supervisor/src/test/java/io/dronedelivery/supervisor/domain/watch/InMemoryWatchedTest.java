package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class InMemoryWatchedTest extends WatchedContract {
    private final List<DeliveryRequest> published = new ArrayList<>();
    private final Watched watched = new InMemoryWatched(published::add);

    @Override
    protected Watched watched() {
        return watched;
    }

    @Override
    protected Instant at() {
        return Instant.parse("2026-05-01T08:00:00Z");
    }

    @Override
    protected List<DeliveryRequest> published(String deliveryId, int count) {
        return published;
    }
}
