package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;

/** Somebody carries it. */
sealed interface Carried extends Delivery
        permits Delivery.Scheduled,
                Delivery.HeadedToPickup,
                Delivery.PickedUp,
                Delivery.HeadedToDropoff,
                Delivery.Arriving,
                Delivery.Recovering {
    Carriage carriage();

    /** The same with more known of how it goes. */
    Carried with(Carriage known);

    @Override
    Carried on(Dossier file);

    @Override
    default int attempt() {
        return carriage().attempt();
    }

    default Step interrupt(Refusal code, Moment moment) {
        Reason reason = new Reason(code, moment.cause().rule());
        Recovering after = new Recovering(dossier().at(moment), carriage(), reason);
        return new Step(
                after, new DeliveryEvent.DeliveryInterrupted(after.header(moment), reason.code(), reason.detail()));
    }
}
