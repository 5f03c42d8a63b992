package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The service delivery, as far as the watch calls it. Every call may be repeated. A failure means that it did not answer. */
public interface Deliveries {
    /** How it sees the delivery; empty if there is no such delivery. */
    Uni<Optional<DeliveryView>> view(String deliveryId);

    /** Tells it that the attempt is taken to have failed. Nothing happens if the attempt is not under way. */
    Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption);
}
