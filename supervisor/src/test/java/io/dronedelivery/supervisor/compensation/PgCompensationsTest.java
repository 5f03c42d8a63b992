package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.PgFixture;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.CompensationsContract;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class PgCompensationsTest extends CompensationsContract {
    private final Instant at = PgFixture.farAhead();
    private final PgCompensations compensations;

    PgCompensationsTest(PgCompensations compensations) {
        this.compensations = compensations;
    }

    @Override
    protected Compensations compensations() {
        return compensations;
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
