package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;

/** Accepted, and not scheduled yet. */
public record Pending(@JsonProperty("dossier") DeliveryRecord record) implements Delivery.Changeable {

    public static Transition request(DeliveryRecord record, Trigger trigger) {
        Pending after = new Pending(record.afterEvent(trigger));
        return new Transition(
                after,
                new DeliveryEvent.DeliveryRequested(
                        after.header(trigger),
                        record.requestId(),
                        record.order().withoutContacts()));
    }

    @JsonProperty
    public String state() {
        return "Pending";
    }

    @Override
    public DeliveryStatus status() {
        return DeliveryStatus.PENDING;
    }

    @Override
    public Pending with(DeliveryRecord changed) {
        return new Pending(changed);
    }
}
