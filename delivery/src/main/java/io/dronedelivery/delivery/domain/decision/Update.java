package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.delivery.DeliveryView.RefusedChange;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Transition;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be stored and published.
 *
 * @param delivery the delivery after it
 * @param events what is published, in version order; none where only the record or the evidence changed
 */
public record Update(Delivery delivery, List<DeliveryEvent> events) {

    /** An update without an event. */
    public static Update silent(Delivery delivery) {
        return new Update(delivery, List.of());
    }

    public static Update of(Transition transition) {
        return silent(transition.delivery()).then(transition);
    }

    /** This, with the delivery in another state or with another record. */
    public Update with(Delivery changed) {
        return new Update(changed, events);
    }

    /** This, with another record of the delivery. */
    public Update with(DeliveryRecord changed) {
        return with(delivery.with(changed));
    }

    public Update then(Transition transition) {
        return new Update(
                transition.delivery(),
                Stream.concat(events.stream(), Stream.of(transition.event())).toList());
    }

    /** This, and the customer is told that the change is refused. */
    public Update refusingChange(String requestId, Reason why, Trigger trigger) {
        return then(delivery.refuseChange(new RefusedChange(requestId, why.code(), why.detail()), trigger));
    }

    /** This, after the change that is still being arranged, if there is one, was closed and refused. */
    public Update endingPendingChange(Reason why, Trigger trigger) {
        DeliveryRecord record = delivery.record();
        return record.pendingChange()
                .map(attempt -> with(record.with(attempt.close(new Closed(true, null))))
                        .refusingChange(attempt.requestId(), why, trigger))
                .orElse(this);
    }
}
