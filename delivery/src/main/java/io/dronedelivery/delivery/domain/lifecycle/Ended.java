package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The delivery has ended: no transition leads on.
 *
 * @param transport how it was carried; absent where it was never scheduled
 * @param reason why it was rejected or returned, or failed
 */
public record Ended(
        @JsonProperty("state") Ending ending,
        @JsonProperty("dossier") DeliveryRecord record,
        @JsonProperty("carriage") @Nullable Transport transport,
        @Nullable Reason reason)
        implements Delivery {

    /** How it ended. */
    public enum Ending {
        @JsonProperty("Completed")
        COMPLETED(DeliveryStatus.COMPLETED),
        @JsonProperty("Cancelled")
        CANCELLED(DeliveryStatus.CANCELLED),
        /** It could not be scheduled. */
        @JsonProperty("Rejected")
        REJECTED(DeliveryStatus.REJECTED),
        /** The parcel went back to its sender. */
        @JsonProperty("Returned")
        RETURNED(DeliveryStatus.RETURNED),
        /** Tried, and not delivered. */
        @JsonProperty("Failed")
        FAILED(DeliveryStatus.FAILED);

        private final DeliveryStatus status;

        Ending(DeliveryStatus status) {
            this.status = status;
        }
    }

    static Transition completed(DeliveryRecord record, Transport transport, Trigger trigger) {
        Ended after = new Ended(Ending.COMPLETED, record.afterEvent(trigger), transport, null);
        return new Transition(after, new DeliveryEvent.DeliveryCompleted(after.header(trigger)));
    }

    static Transition failed(DeliveryRecord record, Transport transport, Reason why, Trigger trigger) {
        Ended after = new Ended(Ending.FAILED, record.afterEvent(trigger), transport, why);
        return new Transition(after, new DeliveryEvent.DeliveryFailed(after.header(trigger), why.code(), why.detail()));
    }

    /** The attempt that brought or had the parcel, whatever was opened beside it; else the latest. */
    @Override
    public int attempt() {
        boolean carried = ending == Ending.COMPLETED || ending == Ending.RETURNED;
        return carried && transport != null ? transport.attempt() : record.latestAttempt();
    }

    @Override
    public DeliveryStatus status() {
        return ending.status;
    }

    @Override
    public Ended with(DeliveryRecord changed) {
        return new Ended(ending, changed, transport, reason);
    }
}
