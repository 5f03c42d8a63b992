package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import java.util.ArrayList;
import java.util.List;

class InMemoryDeliveriesTest extends DeliveriesContract {
    private final List<DeliveryEvent> outbox = new ArrayList<>();
    private final Deliveries deliveries = new InMemoryDeliveries(outbox::add);

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }

    @Override
    protected List<String> outbox(String deliveryId) {
        return outbox.stream()
                .filter(event -> event.header().deliveryId().equals(deliveryId))
                .map(DeliveryEvent::eventId)
                .toList();
    }
}
