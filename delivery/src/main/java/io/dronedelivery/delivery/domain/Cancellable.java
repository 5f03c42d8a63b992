package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import org.jspecify.annotations.Nullable;

/** Not picked up yet (as far as its evidence goes): its customer can cancel it. */
sealed interface Cancellable extends Delivery permits Schedulable, Delivery.Recovering {

    default Step cancel(String requestId, @Nullable String why, Moment moment) {
        Ended.Cancelled after =
                new Ended.Cancelled(dossier().at(moment), carried().orElse(null));
        return new Step(after, new DeliveryEvent.DeliveryCancelled(after.header(moment), requestId, why));
    }
}
