package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is found by.
 *
 * @param reference the customer's own
 * @param version the number of its last event
 * @param attempt the one that counts; 0 before the first
 * @param carrier the drone's id or the carrier's name, once scheduled
 */
public record Summary(
        String deliveryId,
        String accountId,
        @Nullable String reference,
        Instant requestedAt,
        DeliveryStatus status,
        long version,
        int attempt,
        @Nullable String carrier) {

    public static Summary of(Delivery delivery) {
        Dossier file = delivery.dossier();
        Carriage carriage = delivery.carried().orElse(null);
        return new Summary(
                file.deliveryId(),
                file.accountId(),
                file.order().reference(),
                file.requestedAt(),
                delivery.status(),
                file.version(),
                delivery.attempt(),
                carriage == null ? null : carriage.assignment().carrier());
    }
}
