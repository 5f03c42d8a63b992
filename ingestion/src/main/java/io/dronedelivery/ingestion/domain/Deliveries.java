package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.delivery.DeliveryView;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What is known of deliveries. */
@FunctionalInterface
public interface Deliveries {

    /** The delivery, whosever it is; empty where it is not known, or not known yet. Fails where there is no answer. */
    Uni<Optional<DeliveryView>> find(String deliveryId);
}
