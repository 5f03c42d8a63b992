package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a request or an attempt comes to nothing. */
final class Reasons {
    static final Reason KEY_REUSED =
            new Reason(Refusal.KEY_REUSED, "this idempotency key was used before, for another request: use a new one");
    static final Reason PICKED_UP =
            new Reason(Refusal.ALREADY_PICKED_UP, "the parcel is on its way: too late to change or cancel");
    static final Reason BEING_RECOVERED =
            new Reason(Refusal.BEING_RECOVERED, "its flight or shipment failed: ask again once it is scheduled anew");
    static final Reason ENDED = new Reason(Refusal.ALREADY_ENDED, "the delivery has ended");
    static final Reason OVERTAKEN = new Reason(Refusal.ATTEMPT_OVERTAKEN, "a later change overtook it");
    static final Reason DEADLINE_PASSED = new Reason(Refusal.DEADLINE_PASSED, "the deadline has passed");

    private Reasons() {}

    /** Why it is too late for its customer to change it. */
    static Optional<Reason> againstChange(Delivery delivery) {
        return switch (delivery) {
            case Ended _ -> Optional.of(ENDED);
            case Changeable _ -> Optional.empty();
            case Delivery.Recovering _, Delivery.Restarting _ -> Optional.of(BEING_RECOVERED);
            case Carried _ -> Optional.of(PICKED_UP);
        };
    }

    /**
     * Why there is no time for it.
     *
     * @param fault what was wrong with its times when it was queued
     */
    static Optional<Reason> againstTimes(DeliveryOrder order, @Nullable String fault, Instant now) {
        return now.isBefore(order.deadline())
                ? Optional.ofNullable(fault).map(detail -> new Reason(Refusal.INVALID, detail))
                : Optional.of(DEADLINE_PASSED);
    }

    /** Why nothing new can be arranged beside an attempt that has the parcel, or may still come to have it. */
    static Optional<Reason> againstSchedule(Delivery delivery) {
        return switch (delivery) {
            case Ended _ -> Optional.of(ENDED);
            case Schedulable _ -> Optional.empty();
            case Delivery.Recovering recovering ->
                Optional.of(recovering.carriage().pickedUp() ? PICKED_UP : BEING_RECOVERED);
            case Carried _ -> Optional.of(PICKED_UP);
        };
    }
}
