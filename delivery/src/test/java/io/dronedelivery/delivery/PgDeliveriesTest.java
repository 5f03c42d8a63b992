package io.dronedelivery.delivery;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.DeliveriesContract;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
class PgDeliveriesTest extends DeliveriesContract {
    private final Deliveries deliveries;

    PgDeliveriesTest(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }

    /** As published: as many as the timeline says were decided. */
    @Override
    protected List<String> outbox(String deliveryId) {
        int decided = deliveries.timeline(deliveryId, 0).await().indefinitely().size();
        return KafkaProbe.published(
                        Topic.DELIVERY_EVENTS,
                        DeliveryEvent.class,
                        event -> event.header().deliveryId().equals(deliveryId),
                        decided)
                .stream()
                .map(DeliveryEvent::eventId)
                .toList();
    }
}
