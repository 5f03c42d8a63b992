package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.smallrye.mutiny.Uni;

/** Third parties, who carry what no drone can. */
@FunctionalInterface
public interface Shipments {
    Uni<Outcome<Shipment>> book(String deliveryId, int attempt, Booking booking);
}
