package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.delivery.DeliveryView;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of deliveries, in memory; it can be made to give no answer. */
public final class InMemoryDeliveries implements Deliveries {
    private final Map<String, DeliveryView> known = new HashMap<>();
    private boolean down;

    @Override
    public Uni<Optional<DeliveryView>> find(String deliveryId) {
        return Uni.createFrom()
                .deferred(() -> down
                        ? Uni.createFrom().failure(new IllegalStateException("no answer"))
                        : Uni.createFrom().item(Optional.ofNullable(known.get(deliveryId))));
    }

    /** From now on it knows this. */
    public void know(DeliveryView delivery) {
        known.put(delivery.deliveryId(), delivery);
    }

    /** From now on it gives no answer. */
    public void goDown() {
        down = true;
    }
}
