package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;

/** Everything is arranged, and the parcel is still at its pickup. */
public record BeforePickup(
        @JsonProperty("state") Stage stage,
        @JsonProperty("dossier") DeliveryRecord record,
        @JsonProperty("carriage") Transport transport)
        implements Delivery.Changeable, Delivery.UnderWay {

    /** How far the drone or carrier has come. */
    public enum Stage {
        @JsonProperty("Scheduled")
        SCHEDULED(DeliveryStatus.SCHEDULED),
        @JsonProperty("HeadedToPickup")
        HEADED_TO_PICKUP(DeliveryStatus.HEADED_TO_PICKUP);

        private final DeliveryStatus status;

        Stage(DeliveryStatus status) {
            this.status = status;
        }
    }

    public Transition headToPickup(Trigger trigger) {
        BeforePickup after = new BeforePickup(Stage.HEADED_TO_PICKUP, record.afterEvent(trigger), transport);
        return new Transition(after, new DeliveryEvent.DeliveryHeadedToPickup(after.header(trigger)));
    }

    public Transition pickUp(Trigger trigger) {
        AfterPickup after = new AfterPickup(AfterPickup.Stage.PICKED_UP, record.afterEvent(trigger), transport);
        return new Transition(after, new DeliveryEvent.DeliveryPickedUp(after.header(trigger)));
    }

    @Override
    public DeliveryStatus status() {
        return stage.status;
    }

    @Override
    public BeforePickup with(DeliveryRecord changed) {
        return new BeforePickup(stage, changed, transport);
    }

    @Override
    public BeforePickup with(Transport known) {
        return new BeforePickup(stage, record, known);
    }
}
