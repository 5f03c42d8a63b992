package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class InMemoryWorkflowsTest extends WorkflowsContract {
    private final List<DeliveryRequest> published = new ArrayList<>();
    private final Workflows workflows = new InMemoryWorkflows(published::add);

    @Override
    protected Workflows workflows() {
        return workflows;
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
