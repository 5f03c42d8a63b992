package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is searched by.
 *
 * @param reference the customer's own
 * @param version the number of its last event
 * @param attempt the one that counts; 0 before the first
 * @param carrier the drone's id or the carrier's name, once scheduled
 */
public record DeliverySummary(
        String deliveryId,
        String accountId,
        @Nullable String reference,
        Instant requestedAt,
        DeliveryStatus status,
        long version,
        int attempt,
        @Nullable String carrier) {

    public static DeliverySummary of(Delivery delivery) {
        DeliveryRecord record = delivery.record();
        return new DeliverySummary(
                record.deliveryId(),
                record.accountId(),
                record.order().reference(),
                record.requestedAt(),
                delivery.status(),
                record.version(),
                delivery.attempt(),
                delivery.currentTransport()
                        .map(transport -> transport.assignment().carrier())
                        .orElse(null));
    }
}
