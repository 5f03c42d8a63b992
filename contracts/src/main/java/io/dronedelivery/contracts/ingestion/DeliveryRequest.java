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

    /**
     * Names the idempotency key that it was sent under, of one account, method and delivery: of the requests of one key the
     * first in the log counts, and the others are refused. Absent where it was sent under none.
     */
    @Nullable
    String keyId();

    /**
     * Carry this out.
     *
     * @param timeFault what is wrong with its times by now, where it was queued all the same since it may repeat a request
     *     that was accepted earlier: one that is new is refused for it. Absent where nothing is
     */
    record ScheduleDelivery(
            String requestId,
            String deliveryId,
            String accountId,
            Instant requestedAt,
            DeliveryOrder order,
            @Nullable String keyId,
            @Nullable String timeFault)
            implements DeliveryRequest {

        /** Under no key. */
        public ScheduleDelivery(
                String requestId, String deliveryId, String accountId, Instant requestedAt, DeliveryOrder order) {
            this(requestId, deliveryId, accountId, requestedAt, order, null, null);
        }
    }

    /**
     * Carry it out differently.
     *
     * @param timeFault as of {@link ScheduleDelivery}
     */
    record RescheduleDelivery(
            String requestId,
            String deliveryId,
            String accountId,
            Instant requestedAt,
            DeliveryChange change,
            @Nullable String keyId,
            @Nullable String timeFault)
            implements DeliveryRequest {

        /** Under no key. */
        public RescheduleDelivery(
                String requestId, String deliveryId, String accountId, Instant requestedAt, DeliveryChange change) {
            this(requestId, deliveryId, accountId, requestedAt, change, null, null);
        }
    }

    /** Do not carry it out. */
    record CancelDelivery(
            String requestId,
            String deliveryId,
            String accountId,
            Instant requestedAt,
            @Nullable String reason,
            @Nullable String keyId)
            implements DeliveryRequest {

        /** Under no key. */
        public CancelDelivery(
                String requestId, String deliveryId, String accountId, Instant requestedAt, @Nullable String reason) {
            this(requestId, deliveryId, accountId, requestedAt, reason, null);
        }
    }
}
