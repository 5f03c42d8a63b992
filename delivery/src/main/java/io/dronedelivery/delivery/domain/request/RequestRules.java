package io.dronedelivery.delivery.domain.request;

import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.RefusalReasons;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.AfterPickup;
import io.dronedelivery.delivery.domain.lifecycle.Attempt;
import io.dronedelivery.delivery.domain.lifecycle.Attempt.Purpose;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Pending;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import io.dronedelivery.delivery.domain.lifecycle.Transition;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens when a customer's request is read from the topic, and when the scheduler opens it.
 *
 * @param pin the PIN of a delivery that begins with the request
 */
public record RequestRules(@Nullable String pin, Instant now) {
    /**
     * A request that begins or ends a delivery is decided when it is read: a cancel must not wait for a scheduler that is away
     * or busy. A reschedule is decided when it is opened; only the use of its key is recorded at once, so that a repeat is
     * known.
     */
    public Optional<Update> receive(Optional<Delivery> delivery, DeliveryRequest request) {
        return switch (request) {
            case ScheduleDelivery schedule when delivery.isEmpty() -> Optional.of(Update.of(begin(schedule)));
            case ScheduleDelivery schedule
            when begunBy(delivery.get(), schedule) || answered(delivery.get(), schedule) -> Optional.empty();
            case ScheduleDelivery schedule ->
                refuse(delivery.get(), schedule, RefusalReasons.KEY_REUSED).update();
            case CancelDelivery cancel ->
                delivery.filter(known -> !answered(known, cancel))
                        .flatMap(
                                known -> openKnown(Update.silent(known), cancel).update());
            case RescheduleDelivery reschedule -> delivery.flatMap(known -> recordKey(known, reschedule));
        };
    }

    private static Optional<Update> recordKey(Delivery delivery, RescheduleDelivery request) {
        DeliveryRecord record = delivery.record();
        DeliveryRecord withKey = record.withKeyOf(request);
        return ofAnotherAccount(delivery, request) || withKey.equals(record)
                ? Optional.empty()
                : Optional.of(Update.silent(delivery.with(withKey)));
    }

    /** Empty: the delivery is not known yet. */
    public Decision<Optional<Opening>> open(Optional<Delivery> delivery, DeliveryRequest request) {
        if (delivery.isPresent()) {
            Delivery known = delivery.get();
            return known.record()
                    .openingOf(request.requestId())
                    .map(answer -> Decision.unchanged(Optional.of(answer)))
                    .orElseGet(() -> openKnown(Update.silent(known), request));
        }
        return switch (request) {
            case ScheduleDelivery schedule -> openKnown(Update.of(begin(schedule)), schedule);
            case RescheduleDelivery _, CancelDelivery _ -> Decision.unchanged(Optional.empty());
        };
    }

    private Decision<Optional<Opening>> openKnown(Update update, DeliveryRequest request) {
        Delivery delivery = update.delivery();
        if (ofAnotherAccount(delivery, request)) {
            // Another account's request changes nothing, and the owner is not told of it.
            return Decision.unchanged(Optional.of(new Halt("no such delivery of this account")));
        }
        return delivery.record().keyUsedForAnother(request)
                ? refuse(delivery, request, RefusalReasons.KEY_REUSED)
                : openOwn(update.with(delivery.record().withKeyOf(request)), request);
    }

    private Decision<Optional<Opening>> openOwn(Update update, DeliveryRequest request) {
        Delivery delivery = update.delivery();
        return switch (request) {
            case ScheduleDelivery schedule
            when !begunBy(delivery, schedule) -> refuse(delivery, schedule, RefusalReasons.KEY_REUSED);
            case ScheduleDelivery schedule -> schedule(update, schedule);
            case RescheduleDelivery reschedule -> reschedule(delivery, reschedule);
            case CancelDelivery cancel -> cancel(delivery, cancel);
        };
    }

    private Decision<Optional<Opening>> schedule(Update update, ScheduleDelivery request) {
        if (!(update.delivery() instanceof Pending)) {
            return halt(update, request, "the delivery has ended before it was begun");
        }
        return RefusalReasons.againstTimes(request.order(), request.timeFault(), now)
                .map(why -> reject(update, request, why))
                .orElseGet(() -> proceed(update, request, Purpose.SCHEDULE, request.order()));
    }

    private Decision<Optional<Opening>> reschedule(Delivery delivery, RescheduleDelivery request) {
        Optional<Attempt> failed = delivery.record().restoredBy(request.requestId());
        return failed.isPresent()
                ? restore(delivery, failed.get(), request)
                : change(delivery, request, delivery.record().order().with(request.change()));
    }

    private Decision<Optional<Opening>> change(Delivery delivery, RescheduleDelivery request, DeliveryOrder order) {
        return RefusalReasons.againstChange(delivery)
                .or(() -> RefusalReasons.againstTimes(order, request.timeFault(), now))
                .map(why -> refuse(delivery, request, why))
                .orElseGet(() -> proceed(Update.silent(delivery), request, Purpose.RESCHEDULE, order));
    }

    private Decision<Optional<Opening>> restore(Delivery delivery, Attempt failed, RescheduleDelivery request) {
        Update update = Update.silent(delivery);
        DeliveryOrder order = delivery.record().order().with(request.change());
        return switch (delivery) {
            case Restarting restarting
            when restarting.transport().attempt() == failed.number() ->
                passed(order) ? fail(update, request) : proceed(update, request, Purpose.RECOVER, order);
            case Delivery.Changeable _
            when delivery.record().latestAttempt() == failed.number() ->
                passed(order)
                        ? reject(update, request, RefusalReasons.DEADLINE_PASSED)
                        : proceed(update, request, Purpose.RESTORE, order);
            case Delivery.Schedulable _ -> refuse(delivery, request, RefusalReasons.OVERTAKEN);
            case Recovering _, AfterPickup _, Ended _ ->
                refuse(
                        delivery,
                        request,
                        RefusalReasons.againstSchedule(delivery).orElse(RefusalReasons.OVERTAKEN));
        };
    }

    private Decision<Optional<Opening>> cancel(Delivery delivery, CancelDelivery request) {
        return switch (delivery) {
            case Recovering recovering
            when recovering.transport().parcelMayBeOut() -> refuse(delivery, request, RefusalReasons.PICKED_UP);
            case Delivery.Cancellable _ -> cancelled(delivery, request);
            case AfterPickup _ -> refuse(delivery, request, RefusalReasons.PICKED_UP);
            case Ended _ -> refuse(delivery, request, RefusalReasons.ENDED);
        };
    }

    private Decision<Optional<Opening>> cancelled(Delivery delivery, CancelDelivery request) {
        Trigger trigger = trigger(request, "its customer cancelled it");
        Update changeEnded = Update.silent(delivery).endingPendingChange(RefusalReasons.ENDED, trigger);
        return changeEnded.delivery() instanceof Delivery.Cancellable cancellable
                ? halt(
                        changeEnded.then(cancellable.cancel(request.requestId(), request.reason(), trigger)),
                        request,
                        "cancelled")
                : refuse(delivery, request, RefusalReasons.ENDED);
    }

    private Transition begin(ScheduleDelivery request) {
        return Pending.request(DeliveryRecord.of(request, pin), trigger(request, "accepted"));
    }

    private static boolean begunBy(Delivery delivery, ScheduleDelivery request) {
        return delivery.record().requestId().equals(request.requestId());
    }

    private static boolean answered(Delivery delivery, DeliveryRequest request) {
        return delivery.record().openingOf(request.requestId()).isPresent();
    }

    private static boolean ofAnotherAccount(Delivery delivery, DeliveryRequest request) {
        return !request.accountId().equals(delivery.record().accountId());
    }

    private boolean passed(DeliveryOrder order) {
        return RefusalReasons.againstTimes(order, null, now).isPresent();
    }

    private Decision<Optional<Opening>> proceed(
            Update update, DeliveryRequest request, Purpose purpose, DeliveryOrder order) {
        Update changeEnded = update.endingPendingChange(
                RefusalReasons.OVERTAKEN, trigger(request, RefusalReasons.OVERTAKEN.detail()));
        DeliveryRecord record = changeEnded.delivery().record();
        Attempt attempt = Attempt.Open.of(record.latestAttempt() + 1, request.requestId(), purpose, order);
        return Decision.of(changeEnded.with(record.with(attempt)), Optional.of(new Proceed(attempt.number(), order)));
    }

    private Decision<Optional<Opening>> refuse(Delivery delivery, DeliveryRequest request, Reason why) {
        Update refused =
                Update.silent(delivery).refusingChange(request.requestId(), why, trigger(request, why.detail()));
        return halt(refused, request, why.detail());
    }

    private Decision<Optional<Opening>> reject(Update update, DeliveryRequest request, Reason why) {
        Trigger trigger = trigger(request, why.detail());
        Update changeEnded = update.endingPendingChange(RefusalReasons.ENDED, trigger);
        Update after = changeEnded.delivery() instanceof Delivery.Changeable changeable
                ? changeEnded.then(changeable.reject(request.requestId(), why, trigger))
                : changeEnded;
        return halt(after, request, why.detail());
    }

    /** The event of a failure names no request, so the request is refused before it. */
    private Decision<Optional<Opening>> fail(Update update, DeliveryRequest request) {
        Trigger trigger = trigger(request, "its deadline passed");
        Update refused = update.endingPendingChange(RefusalReasons.ENDED, trigger)
                .refusingChange(request.requestId(), RefusalReasons.DEADLINE_PASSED, trigger);
        Update after = refused.delivery() instanceof Restarting restarting
                ? refused.then(restarting.fail(RefusalReasons.DEADLINE_PASSED, trigger))
                : refused;
        return halt(after, request, RefusalReasons.DEADLINE_PASSED.detail());
    }

    private static Decision<Optional<Opening>> halt(Update update, DeliveryRequest request, String reason) {
        DeliveryRecord halted = update.delivery().record().withHalted(request.requestId(), reason);
        return Decision.of(update.with(halted), Optional.of(new Halt(reason)));
    }

    private Trigger trigger(DeliveryRequest request, String rule) {
        return new Trigger(now, Cause.of(Cause.Source.REQUEST, request.requestId(), rule));
    }
}
