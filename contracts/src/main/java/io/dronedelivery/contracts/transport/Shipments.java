package io.dronedelivery.contracts.transport;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shipments by third parties: <code>/shipments/{deliveryId}</code>, and the carriers' call-backs. */
public final class Shipments {
    private Shipments() {}

    /**
     * The body of <code>PUT /shipments/{deliveryId}/attempts/{n}</code>: 200 with the Shipment; 422 with NO_CARRIER; 409
     * with ATTEMPT_OVERTAKEN. The answer is stored and repeated. <code>DELETE</code> of the same cancels the shipment and
     * fences the attempt: 204, also where there was none.
     */
    public record Booking(
            Position pickup, Position dropoff, @Valid Parcel parcel, Instant readyAt, Instant deadline) {}

    /** How far a shipment has come. */
    public enum Stage {
        BOOKED,
        PICKED_UP,
        OUT_FOR_DELIVERY,
        DELIVERED,
        FAILED,
        CANCELLED
    }

    /** A shipment. */
    public record Shipment(
            String deliveryId,
            int attempt,
            String carrier,
            String reference,
            Stage stage,
            Instant pickupAt,
            Instant dropoffAt) {}

    /** What a carrier reports: the body of <code>POST /carriers/{carrier}/callbacks</code>. 204, also when repeated. */
    public record Callback(
            String reference,
            Stage stage,
            Instant time,
            @Nullable Position place,
            @Nullable String detail) {}
}
