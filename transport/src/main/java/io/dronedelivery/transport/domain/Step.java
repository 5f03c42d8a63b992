package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.util.List;

/**
 * What a change makes of a consignment.
 *
 * @param consignment as it is from now on
 * @param progress what is published of it, in this order
 * @param answer what the one who asked is told
 */
public record Step<T>(Consignment consignment, List<ShipmentProgress> progress, T answer) {

    /** A change of which nobody but the caller hears. */
    static Step<Consignment> silently(Consignment consignment) {
        return new Step<>(consignment, List.of(), consignment);
    }
}
