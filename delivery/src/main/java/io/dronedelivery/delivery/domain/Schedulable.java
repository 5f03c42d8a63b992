package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;

/** It can be scheduled: no drone that failed may still be flying for it. */
sealed interface Schedulable extends Cancellable permits Changeable, Delivery.Restarting {

    default Step schedule(Attempt attempt, Carriage carriage, Moment moment) {
        Dossier file = dossier();
        boolean first = file.attempts().stream().noneMatch(Attempt::scheduled);
        Delivery.Scheduled after = new Delivery.Scheduled(
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
}
