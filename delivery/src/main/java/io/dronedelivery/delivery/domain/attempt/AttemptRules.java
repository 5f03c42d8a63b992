package io.dronedelivery.delivery.domain.attempt;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.RefusalReasons;
import io.dronedelivery.delivery.domain.decision.StageRules;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Attempt;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Transport;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import java.time.Instant;
import java.util.Optional;

/** Decides what happens when an attempt is scheduled, and when its flight or shipment is taken to have failed. */
public record AttemptRules(Instant now) {

    /** Everything is arranged for the attempt. */
    public Decision<Outcome<DeliveryStatus>> schedule(Optional<Delivery> delivery, int number, Schedule schedule) {
        return delivery.flatMap(
                        known -> known.record().attempt(number).map(attempt -> schedule(known, attempt, schedule)))
                .orElseGet(() -> refused(new Reason(Refusal.NOT_FOUND, "no such attempt was opened")));
    }

    private Decision<Outcome<DeliveryStatus>> schedule(Delivery delivery, Attempt attempt, Schedule schedule) {
        if (attempt.scheduled()) {
            return granted(delivery);
        }
        boolean latest = attempt.number() == delivery.record().latestAttempt();
        return attempt instanceof Attempt.Open open && latest && delivery instanceof Delivery.Schedulable schedulable
                ? schedule(schedulable, open, schedule)
                : refused(against(delivery, attempt));
    }

    private static Reason against(Delivery delivery, Attempt attempt) {
        return RefusalReasons.againstSchedule(delivery)
                .filter(_ -> delivery instanceof Ended || attempt.number() > delivery.attempt())
                .orElse(RefusalReasons.OVERTAKEN);
    }

    private Decision<Outcome<DeliveryStatus>> schedule(
            Delivery.Schedulable delivery, Attempt.Open attempt, Schedule schedule) {
        Transport transport = Transport.arranged(attempt, schedule.assignment(), schedule.price());
        Trigger trigger =
                new Trigger(now, Cause.of(Cause.Source.SCHEDULER, schedule.requestId(), "everything is arranged"));
        return advanced(Update.of(delivery.schedule(attempt, transport, trigger)));
    }

    /** The flight or shipment is taken to have failed, though nobody has reported so. */
    public Decision<Outcome<DeliveryStatus>> interrupt(
            Optional<Delivery> delivery, int number, Interruption interruption) {
        return delivery.map(known -> interrupt(known, number, interruption))
                .orElseGet(() -> refused(new Reason(Refusal.NOT_FOUND, "no such delivery")));
    }

    private Decision<Outcome<DeliveryStatus>> interrupt(Delivery delivery, int number, Interruption interruption) {
        return delivery instanceof Delivery.UnderWay underWay && underWay.attempt() == number
                ? interrupt(underWay, interruption)
                : granted(delivery);
    }

    private Decision<Outcome<DeliveryStatus>> interrupt(Delivery.UnderWay delivery, Interruption interruption) {
        String reference = delivery.record().deliveryId() + "/attempts/" + delivery.attempt();
        Trigger trigger = new Trigger(now, Cause.of(Cause.Source.SUPERVISOR, reference, interruption.detail()));
        Update interrupted = Update.of(delivery.interrupt(interruption.code(), trigger));
        return advanced(StageRules.endPendingChange(interrupted, trigger));
    }

    private Decision<Outcome<DeliveryStatus>> advanced(Update update) {
        Update after = new StageRules(now).advance(update);
        return Decision.of(after, new Outcome.Granted<>(after.delivery().status()));
    }

    private static Decision<Outcome<DeliveryStatus>> granted(Delivery delivery) {
        return Decision.unchanged(new Outcome.Granted<>(delivery.status()));
    }

    private static Decision<Outcome<DeliveryStatus>> refused(Reason why) {
        return Decision.unchanged(new Outcome.Refused<>(why.code(), why.detail()));
    }
}
