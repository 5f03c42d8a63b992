package io.dronedelivery.transport;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.transport.domain.Consignments;
import io.dronedelivery.transport.domain.ConsignmentsContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
class PgConsignmentsTest extends ConsignmentsContract {
    private final PgConsignments consignments;

    PgConsignmentsTest(PgConsignments consignments) {
        this.consignments = consignments;
    }

    @Override
    protected Consignments consignments() {
        return consignments;
    }

    @Override
    protected List<ShipmentProgress> published(String deliveryId, int count) {
        return KafkaProbe.published(
                Topic.TRANSPORT_TRACKING,
                ShipmentProgress.class,
                progress -> progress.deliveryId().equals(deliveryId),
                count);
    }
}
