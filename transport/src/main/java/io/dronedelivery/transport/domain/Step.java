package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.util.List;

/**
 * The result of a change of a consignment.
 *
 * @param consignment as it is from now on
 * @param progress what is published, in this order
 * @param answer what the caller gets
 */
public record Step<T>(Consignment consignment, List<ShipmentProgress> progress, T answer) {

    /** A change that publishes nothing. */
    static Step<Consignment> unpublished(Consignment consignment) {
        return new Step<>(consignment, List.of(), consignment);
    }
}
