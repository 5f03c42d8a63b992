package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;

/** The failed attempt is closed, the parcel is at its pickup, and the delivery is being scheduled anew. */
public record Restarting(
        @JsonProperty("dossier") DeliveryRecord record,
        @JsonProperty("carriage") Transport transport,
        Reason reason) implements Delivery.Schedulable {

    public Transition fail(Reason why, Trigger trigger) {
        return Ended.failed(record, transport, why, trigger);
    }

    @JsonProperty
    public String state() {
        return "Restarting";
    }

    @Override
    public DeliveryStatus status() {
        return DeliveryStatus.RECOVERING;
    }

    @Override
    public Restarting with(DeliveryRecord changed) {
        return new Restarting(changed, transport, reason);
    }
}
