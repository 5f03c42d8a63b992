package io.dronedelivery.delivery.domain.attempt;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.RefusalReasons;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.AfterPickup;
import io.dronedelivery.delivery.domain.lifecycle.Attempt;
import io.dronedelivery.delivery.domain.lifecycle.Attempt.Purpose;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import java.time.Instant;
import java.util.Optional;

/** Decides what happens when an attempt is given up. */
public record ClosureRules(Instant now) {
    static final Closed UNDO = new Closed(true, null);
    static final Closed KEEP = new Closed(false, null);

    public Decision<ClosureAnswer> close(Optional<Delivery> delivery, int number, Closure closure) {
        return delivery.map(known -> close(known, number, closure))
                .orElseGet(() -> Decision.unchanged(new ClosureAnswer.NotKnownYet()));
    }

    private Decision<ClosureAnswer> close(Delivery delivery, int number, Closure closure) {
        return delivery.record()
                .attempt(number)
                .map(attempt -> close(delivery, attempt, closure))
                .orElseGet(() -> closeUnopened(delivery, closure));
    }

    private Decision<ClosureAnswer> close(Delivery delivery, Attempt attempt, Closure closure) {
        return switch (attempt) {
            case Attempt.Closed closed -> Decision.unchanged(granted(closed.answer()));
            case Attempt.Open open -> closeOpen(delivery, open, closure);
            case Attempt.Scheduled scheduled ->
                delivery instanceof Recovering recovering && recovering.attempt() == scheduled.number()
                        ? new RecoveryRules(now).close(recovering, scheduled, closure)
                        : Decision.unchanged(granted(KEEP));
        };
    }

    private Decision<ClosureAnswer> closeOpen(Delivery delivery, Attempt.Open attempt, Closure closure) {
        Update closed = Update.silent(delivery.with(closed(delivery, attempt, UNDO)));
        boolean overtaken = attempt.number() != delivery.record().latestAttempt();
        if (overtaken) {
            // An overtaken change was refused then; an overtaken schedule is answered by the later attempt.
            return Decision.of(closed, granted(UNDO));
        }
        return switch (delivery) {
            case Delivery.Changeable changeable -> closeLatest(changeable, attempt, closure);
            case Restarting _ -> Decision.of(end(refuse(closed, attempt.requestId(), closure), closure), granted(UNDO));
            // The recovery or the transport of another attempt goes on.
            case Recovering _, AfterPickup _ ->
                Decision.of(refuse(closed, attempt.requestId(), closure), granted(UNDO));
            case Ended _ -> Decision.of(closed, granted(UNDO));
        };
    }

    private Decision<ClosureAnswer> closeLatest(Delivery.Changeable delivery, Attempt.Open attempt, Closure closure) {
        Closed answer = answer(delivery, attempt);
        Update closed = Update.silent(delivery.with(closed(delivery, attempt, answer)));
        Update update =
                switch (attempt.purpose()) {
                    case SCHEDULE, RESTORE, RECOVER -> reject(closed, attempt.requestId(), closure);
                    case RESCHEDULE -> {
                        Update refused = refuse(closed, attempt.requestId(), closure);
                        yield answer.restore() != null ? refused : end(refused, closure);
                    }
                };
        return Decision.of(update, granted(answer));
    }

    /** What was scheduled before a failed reschedule is brought back; there may be nothing. */
    private Closed answer(Delivery delivery, Attempt.Open attempt) {
        boolean restorable = attempt.purpose() == Purpose.RESCHEDULE && delivery instanceof Delivery.Assigned;
        return restorable
                ? new Closed(true, reschedule(attempt.requestId() + "-restore", delivery.record(), now))
                : UNDO;
    }

    /** The request that schedules the delivery as it was last scheduled. */
    static RescheduleDelivery reschedule(String requestId, DeliveryRecord record, Instant now) {
        DeliveryOrder order = record.order();
        return new RescheduleDelivery(
                requestId,
                record.deliveryId(),
                record.accountId(),
                now,
                new DeliveryChange(order.dropoff(), order.readyAt(), order.deadline()));
    }

    /** Ends the delivery whose change is refused: what was scheduled before failed, or nothing was. */
    private Update end(Update refused, Closure closure) {
        return switch (refused.delivery()) {
            case Restarting restarting -> refused.then(restarting.fail(reason(closure), trigger(closure)));
            case Delivery.Changeable changeable ->
                reject(refused, changeable.record().requestId(), closure);
            case Recovering _, AfterPickup _, Ended _ -> refused;
        };
    }

    /** The scheduler gave up before it could open an attempt. */
    private Decision<ClosureAnswer> closeUnopened(Delivery delivery, Closure closure) {
        DeliveryRecord record = delivery.record();
        String request = closure.requestId();
        if (record.openingOf(request).isPresent()) {
            return Decision.unchanged(granted(UNDO));
        }
        Update halted = Update.silent(delivery.with(record.withHalted(request, closure.detail())));
        Update changeEnded = halted.endingPendingChange(RefusalReasons.ENDED, trigger(closure));
        boolean begins = record.requestId().equals(request);
        boolean restores = record.restoredBy(request)
                .filter(failed -> delivery instanceof Restarting || failed.number() == record.latestAttempt())
                .isPresent();
        Update update = begins
                ? reject(changeEnded, request, closure)
                : restores ? end(refuse(changeEnded, request, closure), closure) : refuse(halted, request, closure);
        return Decision.of(update, granted(UNDO));
    }

    private Update reject(Update update, String requestId, Closure closure) {
        return update.delivery() instanceof Delivery.Changeable changeable
                ? update.then(changeable.reject(requestId, reason(closure), trigger(closure)))
                : update;
    }

    private Update refuse(Update update, String requestId, Closure closure) {
        return update.refusingChange(requestId, reason(closure), trigger(closure));
    }

    private static DeliveryRecord closed(Delivery delivery, Attempt.Open attempt, Closed answer) {
        return delivery.record().with(attempt.close(answer));
    }

    private static ClosureAnswer granted(Closed answer) {
        return new ClosureAnswer.Decided(new Outcome.Granted<>(answer));
    }

    static Reason reason(Closure closure) {
        return new Reason(closure.code(), closure.detail());
    }

    private Trigger trigger(Closure closure) {
        return new Trigger(now, Cause.of(Cause.Source.SUPERVISOR, closure.requestId(), closure.detail()));
    }
}
