package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.delivery.domain.lifecycle.AfterPickup;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a request or an attempt is refused. */
public final class RefusalReasons {
    public static final Reason KEY_REUSED =
            new Reason(Refusal.KEY_REUSED, "this idempotency key was used before, for another request: use a new one");
    public static final Reason PICKED_UP =
            new Reason(Refusal.ALREADY_PICKED_UP, "the parcel is on its way: too late to change or cancel");
    public static final Reason BEING_RECOVERED =
            new Reason(Refusal.BEING_RECOVERED, "its flight or shipment failed: ask again once it is scheduled anew");
    public static final Reason ENDED = new Reason(Refusal.ALREADY_ENDED, "the delivery has ended");
    public static final Reason OVERTAKEN = new Reason(Refusal.ATTEMPT_OVERTAKEN, "a later change overtook it");
    public static final Reason DEADLINE_PASSED = new Reason(Refusal.DEADLINE_PASSED, "the deadline has passed");

    private RefusalReasons() {}

    /** Why it is too late for its customer to change it. */
    public static Optional<Reason> againstChange(Delivery delivery) {
        return switch (delivery) {
            case Ended _ -> Optional.of(ENDED);
            case Delivery.Changeable _ -> Optional.empty();
            case Recovering _, Restarting _ -> Optional.of(BEING_RECOVERED);
            case AfterPickup _ -> Optional.of(PICKED_UP);
        };
    }

    /**
     * Why there is no time to carry it out.
     *
     * @param fault what ingestion found wrong with its times when it queued it
     */
    public static Optional<Reason> againstTimes(DeliveryOrder order, @Nullable String fault, Instant now) {
        return now.isBefore(order.deadline())
                ? Optional.ofNullable(fault).map(detail -> new Reason(Refusal.INVALID, detail))
                : Optional.of(DEADLINE_PASSED);
    }

    /** Why nothing new can be arranged beside an attempt that has the parcel, or may still come to have it. */
    public static Optional<Reason> againstSchedule(Delivery delivery) {
        return switch (delivery) {
            case Ended _ -> Optional.of(ENDED);
            case Delivery.Schedulable _ -> Optional.empty();
            case Recovering recovering -> Optional.of(recovering.transport().pickedUp() ? PICKED_UP : BEING_RECOVERED);
            case AfterPickup _ -> Optional.of(PICKED_UP);
        };
    }
}
