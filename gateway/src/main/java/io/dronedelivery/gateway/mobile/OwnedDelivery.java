package io.dronedelivery.gateway.mobile;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of a delivery as its owner sees it. Codes are read as text: a newer service may have more of them.
 *
 * @param version the version of its last event
 */
record OwnedDelivery(
        String deliveryId,
        String status,
        long version,
        Order order,
        @Nullable Assignment assignment,
        @Nullable Eta eta,
        @Nullable Position position,
        @Nullable Reason reason,
        @Nullable String pin) {
    OwnedDelivery {
        requireNonNull(deliveryId, "deliveryId");
        requireNonNull(status, "status");
        requireNonNull(order, "order");
    }

    /**
     * What was ordered.
     *
     * @param confirmation the proof of delivery that is asked for
     * @param reference the customer's own
     */
    record Order(
            Place pickup,
            Place dropoff,
            @Nullable String confirmation,
            @Nullable String reference) {}

    /** Who carries it: by which means, and the drone's id or the carrier's name. */
    record Assignment(String means, String carrier) {}

    /** Why it ended as it did, or what it is recovering from. */
    record Reason(String code, String detail) {}
}
