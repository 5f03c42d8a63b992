package io.dronedelivery.delivery.domain;

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

    Decision<Optional<Closed>> close(Optional<Delivery> delivery, int number, Closure closure) {
        if (delivery.isEmpty()) {
            return Decision.unchanged(Optional.empty());
        }
        Delivery known = delivery.get();
        return known.dossier()
                .attempt(number)
                .map(attempt -> close(known, attempt, closure))
                .orElseGet(() -> closeUnopened(known, closure));
    }

    private Decision<Optional<Closed>> close(Delivery delivery, Attempt attempt, Closure closure) {
        if (attempt.closed() != null) {
            return Decision.unchanged(Optional.of(attempt.closed()));
        }
        if (attempt.pending()) {
            return closePending(delivery, attempt, closure);
        }
        if (delivery instanceof Delivery.Recovering recovering && recovering.attempt() == attempt.number()) {
            Change alone = Change.quiet(recovering.on(file(delivery, attempt, UNDO)))
                    .givingUpPending(reason(closure), moment(closure));
            return Decision.of(ended(alone, closure), Optional.of(UNDO));
        }
        return Decision.unchanged(Optional.of(KEEP));
    }

    private Decision<Optional<Closed>> closePending(Delivery delivery, Attempt attempt, Closure closure) {
        boolean overtaken = attempt.number() != delivery.dossier().latest();
        if (overtaken || delivery instanceof Delivery.Ended) {
            // A change would have been answered when it was overtaken; a schedule was by what it began.
            return Decision.of(Change.quiet(delivery.on(file(delivery, attempt, UNDO))), Optional.of(UNDO));
        }
        return switch (delivery) {
            case Delivery.Recovering recovering -> {
                Change refused = refuse(recovering.on(file(delivery, attempt, UNDO)), attempt, closure);
                yield Decision.of(ended(refused, closure), Optional.of(UNDO));
            }
            case Changeable changeable -> closeLatest(changeable, attempt, closure);
            // An open attempt fences the evidence off, so that nothing is picked up beside it.
            case Carried _, Delivery.Ended _ -> throw new IllegalStateException("an open attempt of " + delivery);
        };
    }

    private Decision<Optional<Closed>> closeLatest(Changeable delivery, Attempt attempt, Closure closure) {
        Closed answer = answer(delivery, attempt);
        Delivery closed = delivery.on(file(delivery, attempt, answer));
        Change change =
                switch (attempt.purpose()) {
                    case SCHEDULE, RESTORE -> reject(Change.quiet(closed), attempt.requestId(), closure);
                    case RESCHEDULE ->
                        answer.restore() != null
                                ? refuse(closed, attempt, closure)
                                : ended(refuse(closed, attempt, closure), closure);
                };
        return Decision.of(change, Optional.of(answer));
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
            case Delivery.Recovering recovering -> refused.then(recovering.fail(reason(closure), moment(closure)));
            case Changeable _ -> reject(refused, refused.delivery().dossier().requestId(), closure);
            case Carried _, Delivery.Ended _ -> refused;
        };
    }

    /** The scheduler gave up before it could open an attempt. */
    private Decision<Optional<Closed>> closeUnopened(Delivery delivery, Closure closure) {
        Dossier file = delivery.dossier();
        if (file.answered(closure.requestId()).isPresent()) {
            return Decision.unchanged(Optional.of(UNDO));
        }
        Delivery halted = delivery.on(file.halting(closure.requestId(), closure.detail()));
        boolean begins = file.requestId().equals(closure.requestId());
        return Decision.of(
                begins
                        ? reject(Change.quiet(halted), closure.requestId(), closure)
                        : refuse(halted, closure.requestId(), closure),
                Optional.of(UNDO));
    }

    private Change reject(Change so, String requestId, Closure closure) {
        return so.delivery() instanceof Changeable changeable
                ? so.then(changeable.reject(requestId, reason(closure), moment(closure)))
                : so;
    }

    private Change refuse(Delivery delivery, Attempt attempt, Closure closure) {
        return refuse(delivery, attempt.requestId(), closure);
    }

    private Change refuse(Delivery delivery, String requestId, Closure closure) {
        return Change.quiet(delivery).refusing(requestId, reason(closure), moment(closure));
    }

    private static Dossier file(Delivery delivery, Attempt attempt, Closed answer) {
        return delivery.dossier().with(attempt.closed(answer));
    }

    private static Reason reason(Closure closure) {
        return new Reason(closure.code(), closure.detail());
    }

    private Moment moment(Closure closure) {
        return new Moment(now, Cause.of(Cause.Source.SUPERVISOR, closure.requestId(), closure.detail()));
    }
}
