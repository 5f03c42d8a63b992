package io.dronedelivery.contracts.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import org.jspecify.annotations.Nullable;

/** The internal API by which the scheduler and the supervisor begin, finish and close attempts. */
public final class Attempts {
    private Attempts() {}

    /**
     * The answer to <code>PUT /deliveries/{deliveryId}/attempts/{requestId}</code>, whose body is the DeliveryRequest:
     * the same request is always answered the same.
     */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Proceed.class), @JsonSubTypes.Type(Halt.class)})
    public sealed interface Opening {}

    /**
     * Carry it out.
     *
     * @param attempt the number to carry it out under: the fencing token of every call
     * @param order the order as it now stands
     */
    public record Proceed(int attempt, DeliveryOrder order) implements Opening {}

    /** Acknowledge the message and do nothing: ended, overtaken, refused, or (a cancel) done already. */
    public record Halt(String reason) implements Opening {}

    /**
     * The body of <code>PUT /deliveries/{deliveryId}/attempts/{n}/schedule</code>: everything is arranged. 204, or 409
     * with ATTEMPT_OVERTAKEN, ALREADY_PICKED_UP or ALREADY_ENDED.
     */
    public record Schedule(String requestId, Assignment assignment, Money price) {}

    /**
     * The body of <code>PUT /deliveries/{deliveryId}/attempts/{n}/closure</code>, sent before anything is undone. From
     * its answer on, nothing that is done under the attempt counts any more.
     */
    public record Closure(String requestId, Refusal code, String detail) {}

    /**
     * The answer to a closure.
     *
     * @param undo whether what was done under the attempt is to be undone; false where the attempt succeeded after all
     * @param restore the request that schedules the delivery as it was before a failed reschedule; absent where there is
     *     nothing to restore
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Closed(boolean undo, @Nullable RescheduleDelivery restore) {}
}
