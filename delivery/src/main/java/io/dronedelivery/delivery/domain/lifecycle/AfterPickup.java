package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;

/** The parcel is with the drone or carrier. */
public record AfterPickup(
        @JsonProperty("state") Stage stage,
        @JsonProperty("dossier") DeliveryRecord record,
        @JsonProperty("carriage") Transport transport)
        implements Delivery.UnderWay {

    /** How far the parcel has come. */
    public enum Stage {
        @JsonProperty("PickedUp")
        PICKED_UP(DeliveryStatus.PICKED_UP),
        @JsonProperty("HeadedToDropoff")
        HEADED_TO_DROPOFF(DeliveryStatus.HEADED_TO_DROPOFF),
        /** Close to the drop-off, or there and not confirmed yet. */
        @JsonProperty("Arriving")
        ARRIVING(DeliveryStatus.ARRIVING);

        private final DeliveryStatus status;

        Stage(DeliveryStatus status) {
            this.status = status;
        }
    }

    public Transition headToDropoff(Trigger trigger) {
        AfterPickup after = new AfterPickup(Stage.HEADED_TO_DROPOFF, record.afterEvent(trigger), transport);
        return new Transition(after, new DeliveryEvent.DeliveryHeadedToDropoff(after.header(trigger)));
    }

    public Transition arrive(Trigger trigger) {
        AfterPickup after = new AfterPickup(Stage.ARRIVING, record.afterEvent(trigger), transport);
        return new Transition(after, new DeliveryEvent.DeliveryArriving(after.header(trigger)));
    }

    public Transition complete(Trigger trigger) {
        return Ended.completed(record, transport, trigger);
    }

    @Override
    public DeliveryStatus status() {
        return stage.status;
    }

    @Override
    public AfterPickup with(DeliveryRecord changed) {
        return new AfterPickup(stage, changed, transport);
    }

    @Override
    public AfterPickup with(Transport known) {
        return new AfterPickup(stage, record, known);
    }
}
