package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import java.time.Instant;
import java.util.Optional;

/** What comes of everything being arranged for an attempt, and of its being taken to have failed. */
record AttemptRules(Instant now) {

    Decision<Outcome<DeliveryStatus>> schedule(Optional<Delivery> delivery, int number, Schedule schedule) {
        Optional<Attempt> attempt = delivery.flatMap(known -> known.dossier().attempt(number));
        return attempt.isEmpty()
                ? refused(new Reason(Refusal.NOT_FOUND, "no such attempt was opened"))
                : schedule(delivery.get(), attempt.get(), schedule);
    }

    private Decision<Outcome<DeliveryStatus>> schedule(Delivery delivery, Attempt attempt, Schedule schedule) {
        if (attempt.scheduled()) {
            return Decision.unchanged(new Outcome.Granted<>(delivery.status()));
        }
        boolean open =
                attempt.pending() && attempt.number() == delivery.dossier().latest();
        return open && delivery instanceof Schedulable schedulable
                ? schedule(schedulable, attempt, schedule)
                : refused(against(delivery, attempt));
    }

    private static Reason against(Delivery delivery, Attempt attempt) {
        return Reasons.againstSchedule(delivery)
                .filter(_ -> delivery instanceof Ended || attempt.number() > delivery.attempt())
                .orElse(Reasons.OVERTAKEN);
    }

    private Decision<Outcome<DeliveryStatus>> schedule(Schedulable delivery, Attempt attempt, Schedule schedule) {
        Carriage carriage = Carriage.arranged(attempt, schedule.assignment(), schedule.price());
        Moment moment =
                new Moment(now, Cause.of(Cause.Source.SCHEDULER, schedule.requestId(), "everything is arranged"));
        Change change = new Stages(now).advance(Change.of(delivery.schedule(attempt, carriage, moment)));
        return Decision.of(change, new Outcome.Granted<>(change.delivery().status()));
    }

    /** The flight or shipment is taken to have failed, though nobody has reported so. */
    Decision<Outcome<DeliveryStatus>> interrupt(Optional<Delivery> delivery, int number, Interruption interruption) {
        return delivery.map(known -> interrupt(known, number, interruption))
                .orElseGet(() -> refused(new Reason(Refusal.NOT_FOUND, "no such delivery")));
    }

    private Decision<Outcome<DeliveryStatus>> interrupt(Delivery delivery, int number, Interruption interruption) {
        boolean underWay = delivery instanceof Carried && !(delivery instanceof Delivery.Recovering);
        if (!(delivery instanceof Carried carried) || !underWay || carried.attempt() != number) {
            return Decision.unchanged(new Outcome.Granted<>(delivery.status()));
        }
        String reference = carried.dossier().deliveryId() + "/attempts/" + number;
        Moment moment = new Moment(now, Cause.of(Cause.Source.SUPERVISOR, reference, interruption.detail()));
        Step interrupted = carried.interrupt(interruption.code(), moment);
        Change change = new Stages(now).advance(Stages.alone(Change.of(interrupted), interrupted));
        return Decision.of(change, new Outcome.Granted<>(change.delivery().status()));
    }

    private static Decision<Outcome<DeliveryStatus>> refused(Reason why) {
        return Decision.unchanged(new Outcome.Refused<>(why.code(), why.detail()));
    }
}
