package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.delivery.DeliveryView.RefusedChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be stored and told.
 *
 * @param delivery the delivery after it
 * @param events what is told, in version order; none where only what is known of the delivery grew
 */
public record Change(Delivery delivery, List<DeliveryEvent> events) {

    /** A change that nobody is told of. */
    static Change quiet(Delivery delivery) {
        return new Change(delivery, List.of());
    }

    static Change of(Step step) {
        return new Change(step.delivery(), List.of(step.event()));
    }

    /** This, with the delivery as it is known now. */
    Change on(Delivery known) {
        return new Change(known, events);
    }

    /** This, after a change that is still being arranged, if there is one, was refused: its customer must hear of it. */
    Change givingUpPending(Reason why, Moment moment) {
        Dossier file = delivery.dossier();
        return file.pendingChange()
                .map(attempt -> on(delivery.on(file.with(attempt.closed(new Closed(true, null)))))
                        .refusing(attempt.requestId(), why, moment))
                .orElse(this);
    }

    /** This, and then the refusal of a change. */
    Change refusing(String requestId, Reason why, Moment moment) {
        return then(delivery.refuse(new RefusedChange(requestId, why.code(), why.detail()), moment));
    }

    /** This, and then that. */
    Change then(Step step) {
        return new Change(
                step.delivery(),
                Stream.concat(events.stream(), Stream.of(step.event())).toList());
    }
}
