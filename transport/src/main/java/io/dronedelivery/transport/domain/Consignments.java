package io.dronedelivery.transport.domain;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Where consignments are kept. */
public interface Consignments {
    /** The delivery's consignment; an empty one where nothing is known of it. */
    Uni<Consignment> find(String deliveryId);

    /**
     * Changes the delivery's consignment and publishes its progress, both or neither. Changes of a delivery come one after
     * the other. The change may be computed more than once, so it must be pure.
     */
    <T> Uni<T> change(String deliveryId, Function<Consignment, ConsignmentStep<T>> change);
}
