package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import java.time.Instant;
import java.util.Optional;

/** What comes of giving an attempt up. */
record ClosureRules(Instant now) {
    private static final Closed UNDO = new Closed(true, null);
    private static final Closed KEEP = new Closed(false, null);

    Decision<Closing> close(Optional<Delivery> delivery, int number, Closure closure) {
        if (delivery.isEmpty()) {
            return Decision.unchanged(new Closing.NotKnownYet());
        }
        Delivery known = delivery.get();
        return known.dossier()
                .attempt(number)
                .map(attempt -> close(known, attempt, closure))
                .orElseGet(() -> closeUnopened(known, closure));
    }

    private Decision<Closing> close(Delivery delivery, Attempt attempt, Closure closure) {
        if (attempt.closed() != null) {
            return Decision.unchanged(granted(attempt.closed()));
        }
        if (attempt.pending()) {
            return closePending(delivery, attempt, closure);
        }
        return delivery instanceof Delivery.Recovering recovering && recovering.attempt() == attempt.number()
                ? new RecoveryRules(now).close(recovering, attempt, closure)
                : Decision.unchanged(granted(KEEP));
    }

    private Decision<Closing> closePending(Delivery delivery, Attempt attempt, Closure closure) {
        Delivery closed = delivery.on(file(delivery, attempt, UNDO));
        boolean overtaken = attempt.number() != delivery.dossier().latest();
        if (overtaken) {
            // A change would have been answered when it was overtaken; a schedule was by what it began.
            return Decision.of(Change.quiet(closed), granted(UNDO));
        }
        return switch (delivery) {
            case Changeable changeable -> closeLatest(changeable, attempt, closure);
            case Delivery.Restarting _ ->
                Decision.of(ended(refuse(closed, attempt.requestId(), closure), closure), granted(UNDO));
            // Its own recovery, or what carries it, goes on.
            case Carried _ -> Decision.of(refuse(closed, attempt.requestId(), closure), granted(UNDO));
            case Ended _ -> Decision.of(Change.quiet(closed), granted(UNDO));
        };
    }

    private Decision<Closing> closeLatest(Changeable delivery, Attempt attempt, Closure closure) {
        Closed answer = answer(delivery, attempt);
        Delivery closed = delivery.on(file(delivery, attempt, answer));
        Change change =
                switch (attempt.purpose()) {
                    case SCHEDULE, RESTORE, RECOVER -> reject(Change.quiet(closed), attempt.requestId(), closure);
                    case RESCHEDULE ->
                        answer.restore() != null
                                ? refuse(closed, attempt.requestId(), closure)
                                : ended(refuse(closed, attempt.requestId(), closure), closure);
                };
        return Decision.of(change, granted(answer));
    }

    /** What was scheduled before a failed reschedule is brought back; there may be nothing. */
    private Closed answer(Delivery delivery, Attempt attempt) {
        boolean restorable = attempt.purpose() == Attempt.Purpose.RESCHEDULE && delivery instanceof Carried;
        return restorable ? new Closed(true, restore(delivery.dossier(), attempt)) : UNDO;
    }

    private RescheduleDelivery restore(Dossier file, Attempt attempt) {
        DeliveryOrder before = file.order();
        return new RescheduleDelivery(
                attempt.requestId() + "-restore",
                file.deliveryId(),
                file.accountId(),
                now,
                new DeliveryChange(before.dropoff(), before.readyAt(), before.deadline()));
    }

    /** With a refused change nothing is left: what was before it had failed, or never was. */
    private Change ended(Change refused, Closure closure) {
        return switch (refused.delivery()) {
            case Delivery.Restarting restarting -> refused.then(restarting.fail(reason(closure), moment(closure)));
            case Changeable _ -> reject(refused, refused.delivery().dossier().requestId(), closure);
            case Carried _, Ended _ -> refused;
        };
    }

    /** The scheduler gave up before it could open an attempt. */
    private Decision<Closing> closeUnopened(Delivery delivery, Closure closure) {
        Dossier file = delivery.dossier();
        String request = closure.requestId();
        if (file.answered(request).isPresent()) {
            return Decision.unchanged(granted(UNDO));
        }
        Delivery halted = delivery.on(file.halting(request, closure.detail()));
        boolean begins = file.requestId().equals(request);
        boolean restores = file.restoredBy(request)
                .filter(failed -> delivery instanceof Delivery.Restarting || failed.number() == file.latest())
                .isPresent();
        Change alone = Change.quiet(halted).givingUpPending(Reasons.ENDED, moment(closure));
        Change change = begins
                ? reject(alone, request, closure)
                : restores
                        ? ended(alone.refusing(request, reason(closure), moment(closure)), closure)
                        : refuse(halted, request, closure);
        return Decision.of(change, granted(UNDO));
    }

    private Change reject(Change so, String requestId, Closure closure) {
        return so.delivery() instanceof Changeable changeable
                ? so.then(changeable.reject(requestId, reason(closure), moment(closure)))
                : so;
    }

    private Change refuse(Delivery delivery, String requestId, Closure closure) {
        return Change.quiet(delivery).refusing(requestId, reason(closure), moment(closure));
    }

    private static Dossier file(Delivery delivery, Attempt attempt, Closed answer) {
        return delivery.dossier().with(attempt.closed(answer));
    }

    private static Closing granted(Closed answer) {
        return new Closing.Decided(new Outcome.Granted<>(answer));
    }

    private static Reason reason(Closure closure) {
        return new Reason(closure.code(), closure.detail());
    }

    private Moment moment(Closure closure) {
        return new Moment(now, Cause.of(Cause.Source.SUPERVISOR, closure.requestId(), closure.detail()));
    }
}
