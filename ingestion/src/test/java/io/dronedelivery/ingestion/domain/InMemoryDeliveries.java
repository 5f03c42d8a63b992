package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of deliveries, in memory; it can be made to give no answer. */
public final class InMemoryDeliveries implements Deliveries {
    private final Map<String, DeliveryView> known = new HashMap<>();
    private final Map<String, String> keyUses = new HashMap<>();
    private boolean down;
    private boolean behind;

    @Override
    public Uni<Optional<KeyUse>> find(String deliveryId, String keyId) {
        return Uni.createFrom()
                .deferred(() -> down
                        ? Uni.createFrom().failure(new IllegalStateException("no answer"))
                        : Uni.createFrom()
                                .item(Optional.ofNullable(known.get(deliveryId))
                                        .map(view -> new KeyUse(view, keyUses.get(keyId)))));
    }

    @Override
    public Uni<Optional<KeyUse>> findForCertain(String deliveryId, String keyId) {
        return Uni.createFrom()
                .deferred(() -> behind && !keyUses.containsKey(keyId)
                        ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                        : find(deliveryId, keyId));
    }

    /** From now on there is something in the log that it has not read. */
    public void fallBehind() {
        behind = true;
    }

    /** From now on it knows this. */
    public void know(DeliveryView delivery) {
        known.put(delivery.deliveryId(), delivery);
    }

    /** It has read this request in the log. */
    public void read(DeliveryRequest request) {
        if (request.keyId() != null) {
            keyUses.putIfAbsent(request.keyId(), request.requestId());
        }
    }

    /** From now on it gives no answer. */
    public void goDown() {
        down = true;
    }
}
