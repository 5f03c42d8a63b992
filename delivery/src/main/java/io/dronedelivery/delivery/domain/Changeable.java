package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;

/** Its customer can change it, and it is rejected if nothing comes of that. */
sealed interface Changeable extends Schedulable permits Delivery.Pending, Delivery.Scheduled, Delivery.HeadedToPickup {

    default Step reject(String requestId, Reason reason, Moment moment) {
        Ended.Rejected after =
                new Ended.Rejected(dossier().at(moment), carried().orElse(null), reason);
        return new Step(
                after,
                new DeliveryEvent.DeliveryRejected(after.header(moment), requestId, reason.code(), reason.detail()));
    }
}
