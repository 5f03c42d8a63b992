package io.dronedelivery.contracts.transport;

import io.dronedelivery.contracts.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message on <code>transport.tracking</code>, keyed by deliveryId: a third party's shipment came a stage further.
 *
 * @param time by the carrier's clock
 * @param place where the parcel is, if the carrier says
 */
public record ShipmentProgress(
        String deliveryId,
        int attempt,
        String carrier,
        String reference,
        Shipments.Stage stage,
        Instant time,
        @Nullable Position place,
        @Nullable String detail) {

    /** Names this message: a stage is reached once in an attempt. */
    public String progressId() {
        return deliveryId + "/" + attempt + "/" + stage;
    }
}
