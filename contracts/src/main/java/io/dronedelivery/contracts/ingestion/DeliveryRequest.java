package io.dronedelivery.contracts.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message on <code>delivery.requests</code>, keyed by deliveryId: what a customer asked for and was promised. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(DeliveryRequest.ScheduleDelivery.class),
    @JsonSubTypes.Type(DeliveryRequest.RescheduleDelivery.class),
    @JsonSubTypes.Type(DeliveryRequest.CancelDelivery.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface DeliveryRequest {

    /** Names this request; a repeat of the same request has the same id. */
    String requestId();

    String deliveryId();

    /** Whose delivery it is. */
    String accountId();

    /** When it was accepted. */
    Instant requestedAt();

    /** Carry this out. */
    record ScheduleDelivery(
            String requestId, String deliveryId, String accountId, Instant requestedAt, DeliveryOrder order)
            implements DeliveryRequest {}

    /** Carry it out differently. */
    record RescheduleDelivery(
            String requestId, String deliveryId, String accountId, Instant requestedAt, DeliveryChange change)
            implements DeliveryRequest {}

    /** Do not carry it out. */
    record CancelDelivery(
            String requestId,
            String deliveryId,
            String accountId,
            Instant requestedAt,
            @Nullable String reason) implements DeliveryRequest {}
}
