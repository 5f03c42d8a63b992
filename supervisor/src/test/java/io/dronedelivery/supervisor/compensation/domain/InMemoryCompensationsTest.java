package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class InMemoryCompensationsTest extends CompensationsContract {
    private final List<DeliveryRequest> published = new ArrayList<>();
    private final Compensations compensations = new InMemoryCompensations(published::add);

    @Override
    protected Compensations compensations() {
        return compensations;
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
