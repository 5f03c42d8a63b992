package io.dronedelivery.contracts.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message on <code>delivery.events</code>, keyed by deliveryId: something that happened to a delivery. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(DeliveryEvent.DeliveryRequested.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryCreated.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryRescheduled.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryHeadedToPickup.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryPickedUp.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryHeadedToDropoff.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryArriving.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryCompleted.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryInterrupted.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryReturned.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryCancelled.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryRejected.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryFailed.class),
    @JsonSubTypes.Type(DeliveryEvent.DeliveryChangeRefused.class)
})
public sealed interface DeliveryEvent {

    /**
     * The types that neither schedule a delivery nor end it: whoever keeps something for a delivery from its schedule to its end
     * ignores them. A type that is new is in no such list until somebody has decided so.
     */
    Set<Class<? extends DeliveryEvent>> NEITHER_SCHEDULING_NOR_ENDING = Set.of(
            DeliveryRequested.class,
            DeliveryHeadedToPickup.class,
            DeliveryPickedUp.class,
            DeliveryHeadedToDropoff.class,
            DeliveryArriving.class,
            DeliveryInterrupted.class,
            DeliveryChangeRefused.class);

    /** What every event tells. */
    Header header();

    /** Names the event: deliveryId/version. Consumers drop what they have seen by it. */
    default String eventId() {
        return header().deliveryId() + "/" + header().version();
    }

    /**
     * What every event tells.
     *
     * @param deliveryId the delivery
     * @param version counts the delivery's events from 1, without gaps
     * @param accountId whose it is
     * @param attempt the attempt it belongs to; 0 before the first
     * @param status the delivery's status after it
     * @param at when delivery decided it, by its own clock
     * @param cause what made it happen
     */
    record Header(
            String deliveryId,
            long version,
            String accountId,
            int attempt,
            DeliveryStatus status,
            Instant at,
            Cause cause) {}

    /** Accepted and known: PENDING. */
    record DeliveryRequested(Header header, String requestId, DeliveryOrder order) implements DeliveryEvent {}

    /** Scheduled for the first time. */
    record DeliveryCreated(Header header, String requestId, DeliveryOrder order, Assignment assignment, Money price)
            implements DeliveryEvent {}

    /** Scheduled anew: as its customer asked, or after a failure. */
    record DeliveryRescheduled(Header header, String requestId, DeliveryOrder order, Assignment assignment, Money price)
            implements DeliveryEvent {}

    record DeliveryHeadedToPickup(Header header) implements DeliveryEvent {}

    record DeliveryPickedUp(Header header) implements DeliveryEvent {}

    record DeliveryHeadedToDropoff(Header header) implements DeliveryEvent {}

    record DeliveryArriving(Header header) implements DeliveryEvent {}

    record DeliveryCompleted(Header header) implements DeliveryEvent {}

    /** The flight or shipment failed: RECOVERING. */
    record DeliveryInterrupted(Header header, Refusal code, String detail) implements DeliveryEvent {}

    record DeliveryReturned(Header header, String detail) implements DeliveryEvent {}

    record DeliveryCancelled(
            Header header, String requestId, @Nullable String reason) implements DeliveryEvent {}

    record DeliveryRejected(Header header, String requestId, Refusal code, String detail) implements DeliveryEvent {}

    record DeliveryFailed(Header header, Refusal code, String detail) implements DeliveryEvent {}

    /** A reschedule, a cancel or a second request under the same key was refused; the status did not change. */
    record DeliveryChangeRefused(Header header, String requestId, Refusal code, String detail)
            implements DeliveryEvent {}
}
