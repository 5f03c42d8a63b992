package io.dronedelivery.contracts.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import org.jspecify.annotations.Nullable;

/** The internal API by which the scheduler and the supervisor begin, finish and close attempts. */
public final class Attempts {
    private Attempts() {}

    /**
     * The answer to <code>PUT /deliveries/{deliveryId}/attempts/{requestId}</code>, whose body is the DeliveryRequest:
     * the same request is always answered the same. 409 without a code (<code>not-yet</code>) where a change has
     * overtaken its schedule: ask again.
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

    /** One of many requests that open attempts: a call of <code>PUT /openings</code>. */
    public record OpeningCall(DeliveryRequest request) {}

    /** Its answer. */
    public record Opened(Opening opening) {}

    /**
     * The body of <code>PUT /deliveries/{deliveryId}/attempts/{n}/schedule</code>: everything is arranged. 204, or 409
     * with ATTEMPT_OVERTAKEN, ALREADY_PICKED_UP, BEING_RECOVERED or ALREADY_ENDED; 404 with NOT_FOUND where no such attempt
     * was opened.
     */
    public record Schedule(String requestId, Assignment assignment, Money price) {}

    /**
     * The body of <code>PUT /deliveries/{deliveryId}/attempts/{n}/closure</code>, sent before anything is undone. From
     * its answer on, nothing that is done under the attempt counts any more. 200 with {@link Closed}; 409 with
     * ALREADY_PICKED_UP where the remedy would leave the parcel in the drone's or the carrier's hands: somebody must say what
     * became of it; 409 without a code where it is to be asked again (<code>not-yet</code>): where it is to be
     * scheduled anew, but its drone may still fly on (no {@link io.dronedelivery.contracts.drone.FlightStopped} yet), or
     * the delivery is not known yet.
     *
     * @param remedy what is to become of a delivery that is RECOVERING (absent: GIVE_UP); absent where the attempt could not be
     *     arranged
     */
    public record Closure(
            String requestId,
            Refusal code,
            String detail,
            @Nullable Remedy remedy) {

        /** Of an attempt that could not be arranged. */
        public Closure(String requestId, Refusal code, String detail) {
            this(requestId, code, detail, null);
        }
    }

    /** What is to become of a delivery whose flight or shipment failed. */
    public enum Remedy {
        /** Schedule it anew; only where the parcel was never picked up. */
        SCHEDULE_ANEW,
        /** Schedule it anew: a person has brought the parcel back to where it was to be picked up. */
        PARCEL_RECOVERED,
        /** A person knows that it was handed over: COMPLETED. */
        HANDED_OVER,
        /** The parcel went back to its sender: RETURNED. */
        RETURNED,
        /** Give it up: FAILED. */
        GIVE_UP
    }

    /**
     * The body of <code>PUT /deliveries/{deliveryId}/attempts/{n}/interruption</code>: the flight or shipment is taken to have
     * failed, though nobody has reported so. 204, and DeliveryInterrupted; 204 and nothing where that attempt is not under
     * way (any more); 404 with NOT_FOUND where there is no such delivery.
     */
    public record Interruption(Refusal code, String detail) {}

    /**
     * The answer to a closure.
     *
     * @param undo whether what was done under the attempt is to be undone; false where the attempt succeeded after all
     * @param restore the request that schedules the delivery again, to be published once all is undone: as it was before a
     *     failed reschedule, or anew after a failed flight; absent where there is nothing to schedule
     */
    public record Closed(boolean undo, @Nullable RescheduleDelivery restore) {}
}
