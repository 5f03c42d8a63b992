package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Instant;
import java.util.Optional;

/** What comes of everything being arranged for an attempt. */
record AttemptRules(Instant now) {

    Decision<Outcome<DeliveryStatus>> schedule(Optional<Delivery> delivery, int number, Schedule schedule) {
        Optional<Attempt> attempt = delivery.flatMap(known -> known.dossier().attempt(number));
        return attempt.isEmpty()
                ? refused(Refusal.NOT_FOUND, "no such attempt was opened")
                : schedule(delivery.get(), attempt.get(), schedule);
    }

    private Decision<Outcome<DeliveryStatus>> schedule(Delivery delivery, Attempt attempt, Schedule schedule) {
        if (attempt.scheduled()) {
            return Decision.unchanged(new Outcome.Granted<>(delivery.status()));
        }
        if (delivery instanceof Delivery.Ended) {
            return refused(Refusal.ALREADY_ENDED, "the delivery has ended");
        }
        if (!attempt.pending() || attempt.number() != delivery.dossier().latest()) {
            return refused(Refusal.ATTEMPT_OVERTAKEN, "the attempt was closed, or a later one has begun");
        }
        return delivery instanceof Changeable changeable
                ? schedule(changeable, attempt, schedule)
                : refused(Refusal.ALREADY_PICKED_UP, "the parcel is on its way");
    }

    private Decision<Outcome<DeliveryStatus>> schedule(Changeable delivery, Attempt attempt, Schedule schedule) {
        Carriage carriage = Carriage.arranged(attempt, schedule.assignment(), schedule.price());
        Moment moment =
                new Moment(now, Cause.of(Cause.Source.SCHEDULER, schedule.requestId(), "everything is arranged"));
        Change change = new Stages(now).advance(Change.of(delivery.schedule(attempt, carriage, moment)));
        return Decision.of(change, new Outcome.Granted<>(change.delivery().status()));
    }

    private static Decision<Outcome<DeliveryStatus>> refused(Refusal code, String detail) {
        return Decision.unchanged(new Outcome.Refused<>(code, detail));
    }
}
