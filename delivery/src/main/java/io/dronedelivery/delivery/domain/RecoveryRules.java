package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import java.time.Instant;

/** What becomes of a delivery whose flight or shipment failed, once its attempt is closed with a remedy. */
record RecoveryRules(Instant now) {
    /** How often a delivery is scheduled anew: what fails again and again is not tried for ever. */
    static final int RECOVERIES_MAX = 3;

    private static final Closed UNDO = new Closed(true, null);
    private static final Closed KEEP = new Closed(false, null);

    Decision<Closing> close(Delivery.Recovering delivery, Attempt attempt, Closure closure) {
        return switch (remedy(closure)) {
            case SCHEDULE_ANEW, PARCEL_RECOVERED -> recover(delivery, attempt, closure);
            case HANDED_OVER -> {
                Delivery.Recovering closed = closed(delivery, attempt, KEEP);
                yield granted(
                        Change.of(closed.complete(moment(closure, "a person knows that it was handed over"))), KEEP);
            }
            case RETURNED -> {
                Delivery.Recovering closed = closed(delivery, attempt, UNDO);
                yield granted(Change.of(closed.giveBack(reason(closure), moment(closure, closure.detail()))), UNDO);
            }
            case GIVE_UP -> fail(delivery, attempt, closure, reason(closure));
        };
    }

    private static Remedy remedy(Closure closure) {
        return closure.remedy() == null ? Remedy.GIVE_UP : closure.remedy();
    }

    private Decision<Closing> recover(Delivery.Recovering delivery, Attempt attempt, Closure closure) {
        if (delivery.carriage().mayFlyOn()) {
            return Decision.unchanged(new Closing.NotStoppedYet());
        }
        if (closure.remedy() == Remedy.SCHEDULE_ANEW && delivery.carriage().mayBeOut()) {
            return Decision.unchanged(new Closing.Decided(new Outcome.Refused<>(
                    Refusal.ALREADY_PICKED_UP,
                    "the parcel is out there, or may be: somebody must say what became of it")));
        }
        Dossier file = delivery.dossier();
        if (!now.isBefore(file.order().deadline())) {
            return fail(
                    delivery, attempt, closure, because(Refusal.DEADLINE_PASSED, "the deadline has passed", closure));
        }
        if (file.recoveries() >= RECOVERIES_MAX) {
            return fail(
                    delivery,
                    attempt,
                    closure,
                    because(closure.code(), "it was scheduled anew " + RECOVERIES_MAX + " times", closure));
        }
        Closed answer = new Closed(true, anew(file, closure));
        return granted(Change.quiet(closed(delivery, attempt, answer).restart()), answer);
    }

    private Decision<Closing> fail(Delivery.Recovering delivery, Attempt attempt, Closure closure, Reason why) {
        Delivery.Recovering closed = closed(delivery, attempt, UNDO);
        return granted(Change.of(closed.fail(why, moment(closure, why.detail()))), UNDO);
    }

    private RescheduleDelivery anew(Dossier file, Closure closure) {
        DeliveryOrder order = file.order();
        return new RescheduleDelivery(
                closure.requestId() + "-anew",
                file.deliveryId(),
                file.accountId(),
                now,
                new DeliveryChange(order.dropoff(), order.readyAt(), order.deadline()));
    }

    private static Delivery.Recovering closed(Delivery.Recovering delivery, Attempt attempt, Closed answer) {
        return delivery.on(delivery.dossier().with(attempt.closed(answer)));
    }

    private static Decision<Closing> granted(Change change, Closed answer) {
        return Decision.of(change, new Closing.Decided(new Outcome.Granted<>(answer)));
    }

    private static Reason reason(Closure closure) {
        return new Reason(closure.code(), closure.detail());
    }

    private static Reason because(Refusal code, String why, Closure closure) {
        return new Reason(code, why + " (" + closure.detail() + ")");
    }

    private Moment moment(Closure closure, String rule) {
        return new Moment(now, Cause.of(Cause.Source.SUPERVISOR, closure.requestId(), rule));
    }
}
