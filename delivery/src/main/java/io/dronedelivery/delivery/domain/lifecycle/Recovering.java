package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;

/** The flight or shipment failed. Until its attempt is closed, it may turn out to have succeeded after all. */
public record Recovering(
        @JsonProperty("dossier") DeliveryRecord record,
        @JsonProperty("carriage") Transport transport,
        Reason reason) implements Delivery.Cancellable, Delivery.Assigned {

    public Transition complete(Trigger trigger) {
        return Ended.completed(record, transport, trigger);
    }

    /** Its attempt is closed, so that nothing that its drone or carrier still reports counts. */
    public Restarting restart() {
        return new Restarting(record, transport, reason);
    }

    public Transition returnToSender(Reason why, Trigger trigger) {
        Ended after = new Ended(Ended.Ending.RETURNED, record.afterEvent(trigger), transport, why);
        return new Transition(after, new DeliveryEvent.DeliveryReturned(after.header(trigger), why.detail()));
    }

    public Transition fail(Reason why, Trigger trigger) {
        return Ended.failed(record, transport, why, trigger);
    }

    @JsonProperty
    public String state() {
        return "Recovering";
    }

    @Override
    public DeliveryStatus status() {
        return DeliveryStatus.RECOVERING;
    }

    @Override
    public Recovering with(DeliveryRecord changed) {
        return new Recovering(changed, transport, reason);
    }

    @Override
    public Recovering with(Transport known) {
        return new Recovering(record, known, reason);
    }
}
