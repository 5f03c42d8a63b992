package io.dronedelivery.delivery.domain.attempt;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Attempt;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import java.time.Instant;

/** Decides what becomes of a delivery whose flight or shipment failed, when its attempt is closed with a remedy. */
public record RecoveryRules(Instant now) {
    /** How often a delivery is scheduled anew: what fails again and again is not tried for ever. */
    public static final int RECOVERIES_MAX = 3;

    Decision<ClosureAnswer> close(Recovering delivery, Attempt.Scheduled attempt, Closure closure) {
        return switch (remedy(closure)) {
            case SCHEDULE_ANEW, PARCEL_RECOVERED -> scheduleAnew(delivery, attempt, closure);
            case HANDED_OVER -> {
                Recovering closed = closed(delivery, attempt, ClosureRules.KEEP);
                Trigger trigger = trigger(closure, "a person knows that it was handed over");
                yield granted(Update.of(closed.complete(trigger)), ClosureRules.KEEP);
            }
            case RETURNED -> {
                Recovering closed = closed(delivery, attempt, ClosureRules.UNDO);
                Trigger trigger = trigger(closure, closure.detail());
                yield granted(
                        Update.of(closed.returnToSender(ClosureRules.reason(closure), trigger)), ClosureRules.UNDO);
            }
            case GIVE_UP -> fail(delivery, attempt, closure, ClosureRules.reason(closure));
        };
    }

    private static Remedy remedy(Closure closure) {
        return closure.remedy() == null ? Remedy.GIVE_UP : closure.remedy();
    }

    private Decision<ClosureAnswer> scheduleAnew(Recovering delivery, Attempt.Scheduled attempt, Closure closure) {
        if (delivery.transport().mayFlyOn()) {
            return Decision.unchanged(new ClosureAnswer.NotStoppedYet());
        }
        if (closure.remedy() == Remedy.SCHEDULE_ANEW && delivery.transport().parcelMayBeOut()) {
            return Decision.unchanged(new ClosureAnswer.Decided(new Outcome.Refused<>(
                    Refusal.ALREADY_PICKED_UP,
                    "the parcel is out there, or may be: somebody must say what became of it")));
        }
        DeliveryRecord record = delivery.record();
        if (!now.isBefore(record.order().deadline())) {
            return fail(
                    delivery, attempt, closure, because(Refusal.DEADLINE_PASSED, "the deadline has passed", closure));
        }
        if (record.recoveries() >= RECOVERIES_MAX) {
            String often = "it was scheduled anew " + RECOVERIES_MAX + " times";
            return fail(delivery, attempt, closure, because(closure.code(), often, closure));
        }
        Closed answer = new Closed(true, ClosureRules.reschedule(closure.requestId() + "-anew", record, now));
        return granted(Update.silent(closed(delivery, attempt, answer).restart()), answer);
    }

    private Decision<ClosureAnswer> fail(Recovering delivery, Attempt.Scheduled attempt, Closure closure, Reason why) {
        Recovering closed = closed(delivery, attempt, ClosureRules.UNDO);
        return granted(Update.of(closed.fail(why, trigger(closure, why.detail()))), ClosureRules.UNDO);
    }

    private static Recovering closed(Recovering delivery, Attempt.Scheduled attempt, Closed answer) {
        return delivery.with(delivery.record().with(attempt.close(answer)));
    }

    private static Decision<ClosureAnswer> granted(Update update, Closed answer) {
        return Decision.of(update, new ClosureAnswer.Decided(new Outcome.Granted<>(answer)));
    }

    private static Reason because(Refusal code, String why, Closure closure) {
        return new Reason(code, why + " (" + closure.detail() + ")");
    }

    private Trigger trigger(Closure closure, String rule) {
        return new Trigger(now, Cause.of(Cause.Source.SUPERVISOR, closure.requestId(), rule));
    }
}
