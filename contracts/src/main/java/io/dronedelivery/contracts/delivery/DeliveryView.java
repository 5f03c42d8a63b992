package io.dronedelivery.contracts.delivery;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its owner sees it: <code>GET /api/v2/deliveries/{deliveryId}</code>.
 *
 * @param version the version of its last event
 * @param pin what to confirm the hand-over with, where a PIN was asked for; only its owner sees it
 * @param refusals changes that were asked for and refused
 */
public record DeliveryView(
        String deliveryId,
        String accountId,
        DeliveryStatus status,
        long version,
        int attempt,
        DeliveryOrder order,
        Instant requestedAt,
        Instant changedAt,
        @Nullable Assignment assignment,
        @Nullable Money price,
        @Nullable Eta eta,
        @Nullable Position position,
        @Nullable Reason reason,
        @Nullable String pin,
        List<RefusedChange> refusals) {

    /** Why a delivery ended as it did, or what it is recovering from. */
    public record Reason(Refusal code, String detail) {}

    /** A change that was asked for and refused. */
    public record RefusedChange(String requestId, Refusal code, String detail) {}

    /**
     * When the parcel is expected at the drop-off, as two intervals: one that holds half of such flights, and one that
     * holds nine of ten.
     */
    public record Eta(Instant expected, Interval half, Interval ninety) {}

    /** From and to, both inclusive. */
    public record Interval(Instant from, Instant to) {}

    /** One page of deliveries, newest first; <code>next</code> is the cursor of the following page, absent on the last. */
    public record Page(
            List<DeliveryView> deliveries, @Nullable String next) {}

    /** The events of a delivery, in version order. */
    public record Timeline(String deliveryId, List<DeliveryEvent> events) {}
}
