package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class InMemoryWatchedDeliveriesTest extends WatchedDeliveriesContract {
    private final List<DeliveryRequest> published = new ArrayList<>();
    private final WatchedDeliveries watched = new InMemoryWatchedDeliveries(published::add);

    @Override
    protected WatchedDeliveries watched() {
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
