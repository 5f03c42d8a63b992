package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The service delivery, as far as the watch asks it. Every call may be repeated; a failure means that it did not answer. */
public interface Deliveries {
    /** How it sees the delivery; empty where there is no such delivery. */
    Uni<Optional<DeliveryView>> view(String deliveryId);

    /** Tells it that the attempt is taken to have failed; nothing happens where that is not under way. */
    Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption);
}
