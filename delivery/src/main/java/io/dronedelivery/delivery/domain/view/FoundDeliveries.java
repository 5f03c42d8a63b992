package io.dronedelivery.delivery.domain.view;

import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliverySearch.Found;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.delivery.domain.decision.Deliveries.Dated;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Transport;

/** Makes what another service is told of a delivery that it has searched for. */
public final class FoundDeliveries {
    private FoundDeliveries() {}

    /** The delivery without its PIN, and without the contacts at its stops. */
    public static Found of(Dated dated) {
        Delivery delivery = dated.delivery();
        DeliveryRecord record = delivery.record();
        Assignment assignment =
                delivery.currentTransport().map(Transport::assignment).orElse(null);
        return new Found(
                record.deliveryId(),
                delivery.status(),
                record.order().reference(),
                record.requestedAt(),
                dated.endedAt(),
                place(record.order().pickup()),
                place(record.order().dropoff()),
                assignment == null ? null : assignment.means(),
                assignment == null ? null : assignment.carrier());
    }

    private static Place place(Stop stop) {
        return new Place(stop.location(), stop.address());
    }
}
