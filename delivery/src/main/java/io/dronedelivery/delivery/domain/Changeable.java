package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import org.jspecify.annotations.Nullable;

/** Not picked up yet (as far as its evidence goes): it can be scheduled, and its customer can change it. */
sealed interface Changeable extends Delivery
        permits Delivery.Pending, Delivery.Scheduled, Delivery.HeadedToPickup, Delivery.Recovering {

    default Step schedule(Attempt attempt, Carriage carriage, Moment moment) {
        Dossier file = dossier();
        boolean first = file.attempts().stream().noneMatch(Attempt::scheduled);
        Scheduled after = new Scheduled(
                file.with(attempt.arranged()).with(attempt.order()).at(moment), carriage);
        Header header = after.header(moment);
        return new Step(
                after,
                first
                        ? new DeliveryEvent.DeliveryCreated(
                                header, attempt.requestId(), attempt.order(), carriage.assignment(), carriage.price())
                        : new DeliveryEvent.DeliveryRescheduled(
                                header, attempt.requestId(), attempt.order(), carriage.assignment(), carriage.price()));
    }

    default Step cancel(String requestId, @Nullable String why, Moment moment) {
        Cancelled after = new Cancelled(dossier().at(moment), carriageSoFar());
        return new Step(after, new DeliveryEvent.DeliveryCancelled(after.header(moment), requestId, why));
    }

    default Step reject(String requestId, Reason reason, Moment moment) {
        Rejected after = new Rejected(dossier().at(moment), carriageSoFar(), reason);
        return new Step(
                after,
                new DeliveryEvent.DeliveryRejected(after.header(moment), requestId, reason.code(), reason.detail()));
    }

    private @Nullable Carriage carriageSoFar() {
        return this instanceof Carried carried ? carried.carriage() : null;
    }
}
