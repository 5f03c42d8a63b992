package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.compensation.Workflows;
import io.dronedelivery.supervisor.domain.compensation.WorkflowsContract;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class PgWorkflowsTest extends WorkflowsContract {
    private final Instant at = PgSetting.farAhead();
    private final PgWorkflows workflows;

    PgWorkflowsTest(PgWorkflows workflows) {
        this.workflows = workflows;
    }

    @Override
    protected Workflows workflows() {
        return workflows;
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
