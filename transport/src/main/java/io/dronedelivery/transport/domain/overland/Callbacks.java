package io.dronedelivery.transport.domain.overland;

import io.dronedelivery.contracts.transport.Shipments;
import io.smallrye.mutiny.Uni;

/** How a carrier reports to its customers. */
public interface Callbacks {
    /** Completes when the report was accepted, or refused for good; fails if it has to be sent again. */
    Uni<Void> send(String carrier, Shipments.Callback report);
}
