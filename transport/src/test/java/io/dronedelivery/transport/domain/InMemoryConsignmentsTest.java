package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.util.ArrayList;
import java.util.List;

class InMemoryConsignmentsTest extends ConsignmentsContract {
    private final List<ShipmentProgress> published = new ArrayList<>();
    private final Consignments consignments = new InMemoryConsignments(published::add);

    @Override
    protected Consignments consignments() {
        return consignments;
    }

    @Override
    protected List<ShipmentProgress> published(String deliveryId, int count) {
        return published;
    }
}
