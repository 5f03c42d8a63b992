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
public record ConsignmentStep<T>(Consignment consignment, List<ShipmentProgress> progress, T answer) {

    /** A change that publishes nothing. */
    static ConsignmentStep<Consignment> unpublished(Consignment consignment) {
        return new ConsignmentStep<>(consignment, List.of(), consignment);
    }
}
