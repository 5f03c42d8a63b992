package io.dronedelivery.gateway.web;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How deliveries stand, as the service delivery tells it. */
record FoundDeliveries(List<Delivery> deliveries) {

    /** How a delivery stands. */
    record Delivery(
            String deliveryId,
            String accountId,
            String status,
            Instant changedAt,
            @Nullable Reason reason) {}

    /** Why it ended as it did, or what it is recovering from. */
    record Reason(String code, String detail) {}

    Map<String, Delivery> byId() {
        return deliveries.stream().collect(toMap(Delivery::deliveryId, delivery -> delivery, (first, _) -> first));
    }
}
