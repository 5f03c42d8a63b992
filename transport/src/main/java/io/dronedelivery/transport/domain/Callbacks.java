package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.transport.Shipments;
import io.smallrye.mutiny.Uni;

/** How a carrier reaches those who gave it shipments. */
public interface Callbacks {
    /** Completes when the report was taken, or refused for good; fails where it is to be sent again. */
    Uni<Void> send(String carrier, Shipments.Callback report);
}
