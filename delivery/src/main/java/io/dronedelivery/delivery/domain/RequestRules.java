package io.dronedelivery.delivery.domain;

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
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a customer's request.
 *
 * @param pin for a delivery that is yet to become known
 */
record RequestRules(@Nullable String pin, Instant now) {
    /**
     * What begins a delivery, or falsely tries to, and what ends it is decided as soon as it is read: a cancel must not
     * wait for a scheduler that is away or busy. A reschedule is decided when it is opened; only that its key was used is
     * remembered at once, so that a repeat is known.
     */
    Optional<Change> see(Optional<Delivery> delivery, DeliveryRequest request) {
        return switch (request) {
            case ScheduleDelivery schedule when delivery.isEmpty() -> Optional.of(Change.of(begin(schedule)));
            case ScheduleDelivery schedule
            when begunBy(delivery.get(), schedule) || answered(delivery.get(), schedule) -> Optional.empty();
            case ScheduleDelivery schedule ->
                refuse(delivery.get(), schedule, Reasons.KEY_REUSED).change();
            case CancelDelivery cancel ->
                delivery.filter(known -> !answered(known, cancel))
                        .flatMap(known -> openKnown(Change.quiet(known), cancel).change());
            case RescheduleDelivery reschedule -> delivery.flatMap(known -> remember(known, reschedule));
        };
    }

    private static Optional<Change> remember(Delivery delivery, RescheduleDelivery request) {
        Dossier file = delivery.dossier();
        Dossier using = file.using(request);
        return ofStranger(delivery, request) || using.equals(file)
                ? Optional.empty()
                : Optional.of(Change.quiet(delivery.on(using)));
    }

    Decision<Optional<Opening>> open(Optional<Delivery> delivery, DeliveryRequest request) {
        if (delivery.isPresent()) {
            Delivery known = delivery.get();
            return known.dossier()
                    .answered(request.requestId())
                    .map(answer -> Decision.unchanged(Optional.of(answer)))
                    .orElseGet(() -> openKnown(Change.quiet(known), request));
        }
        return switch (request) {
            case ScheduleDelivery schedule -> openKnown(Change.of(begin(schedule)), schedule);
            case RescheduleDelivery _, CancelDelivery _ -> Decision.unchanged(Optional.empty());
        };
    }

    private Decision<Optional<Opening>> openKnown(Change so, DeliveryRequest request) {
        Delivery delivery = so.delivery();
        if (ofStranger(delivery, request)) {
            // What a stranger asks for is none of its owner's business: the delivery is not touched.
            return Decision.unchanged(Optional.of(new Halt("no such delivery of this account")));
        }
        return delivery.dossier().usedForAnother(request)
                ? refuse(delivery, request, Reasons.KEY_REUSED)
                : openOwn(so.on(delivery.on(delivery.dossier().using(request))), request);
    }

    private Decision<Optional<Opening>> openOwn(Change so, DeliveryRequest request) {
        Delivery delivery = so.delivery();
        return switch (request) {
            case ScheduleDelivery schedule
            when !begunBy(delivery, schedule) -> refuse(delivery, schedule, Reasons.KEY_REUSED);
            case ScheduleDelivery schedule -> schedule(so, schedule);
            case RescheduleDelivery reschedule -> reschedule(delivery, reschedule);
            case CancelDelivery cancel -> cancel(delivery, cancel);
        };
    }

    private Decision<Optional<Opening>> schedule(Change so, ScheduleDelivery request) {
        if (!(so.delivery() instanceof Delivery.Pending)) {
            return halt(so, request, "the delivery has ended before it was begun");
        }
        return Reasons.againstTimes(request.order(), request.timeFault(), now)
                .map(why -> reject(so, request, why))
                .orElseGet(() -> proceed(so, request, Attempt.Purpose.SCHEDULE, request.order()));
    }

    private Decision<Optional<Opening>> reschedule(Delivery delivery, RescheduleDelivery request) {
        Optional<Attempt> failed = delivery.dossier().restoredBy(request.requestId());
        return failed.isPresent()
                ? restore(delivery, failed.get(), request)
                : change(delivery, request, delivery.dossier().order().with(request.change()));
    }

    private Decision<Optional<Opening>> change(Delivery delivery, RescheduleDelivery request, DeliveryOrder order) {
        return Reasons.againstChange(delivery)
                .or(() -> Reasons.againstTimes(order, request.timeFault(), now))
                .map(why -> refuse(delivery, request, why))
                .orElseGet(() -> proceed(Change.quiet(delivery), request, Attempt.Purpose.RESCHEDULE, order));
    }

    private Decision<Optional<Opening>> restore(Delivery delivery, Attempt failed, RescheduleDelivery request) {
        Change so = Change.quiet(delivery);
        DeliveryOrder order = delivery.dossier().order().with(request.change());
        return switch (delivery) {
            case Delivery.Restarting restarting
            when restarting.carriage().attempt() == failed.number() ->
                passed(order) ? fail(so, request) : proceed(so, request, Attempt.Purpose.RECOVER, order);
            case Changeable _
            when delivery.dossier().latest() == failed.number() ->
                passed(order)
                        ? reject(so, request, Reasons.DEADLINE_PASSED)
                        : proceed(so, request, Attempt.Purpose.RESTORE, order);
            case Schedulable _ -> refuse(delivery, request, Reasons.OVERTAKEN);
            case Carried _, Ended _ ->
                refuse(delivery, request, Reasons.againstSchedule(delivery).orElse(Reasons.OVERTAKEN));
        };
    }

    private Decision<Optional<Opening>> cancel(Delivery delivery, CancelDelivery request) {
        return switch (delivery) {
            case Delivery.Recovering recovering
            when recovering.carriage().mayBeOut() -> refuse(delivery, request, Reasons.PICKED_UP);
            case Cancellable _ -> cancelled(delivery, request);
            case Carried _ -> refuse(delivery, request, Reasons.PICKED_UP);
            case Ended _ -> refuse(delivery, request, Reasons.ENDED);
        };
    }

    private Decision<Optional<Opening>> cancelled(Delivery delivery, CancelDelivery request) {
        Moment moment = moment(request, "its customer cancelled it");
        Change alone = Change.quiet(delivery).givingUpPending(Reasons.ENDED, moment);
        return alone.delivery() instanceof Cancellable cancellable
                ? halt(
                        alone.then(cancellable.cancel(request.requestId(), request.reason(), moment)),
                        request,
                        "cancelled")
                : refuse(delivery, request, Reasons.ENDED);
    }

    private Step begin(ScheduleDelivery request) {
        return Delivery.Pending.request(Dossier.of(request, pin), moment(request, "accepted"));
    }

    private static boolean begunBy(Delivery delivery, ScheduleDelivery request) {
        return delivery.dossier().requestId().equals(request.requestId());
    }

    private static boolean answered(Delivery delivery, DeliveryRequest request) {
        return delivery.dossier().answered(request.requestId()).isPresent();
    }

    private static boolean ofStranger(Delivery delivery, DeliveryRequest request) {
        return !request.accountId().equals(delivery.dossier().accountId());
    }

    private boolean passed(DeliveryOrder order) {
        return Reasons.againstTimes(order, null, now).isPresent();
    }

    private Decision<Optional<Opening>> proceed(
            Change so, DeliveryRequest request, Attempt.Purpose purpose, DeliveryOrder order) {
        Change alone = so.givingUpPending(Reasons.OVERTAKEN, moment(request, Reasons.OVERTAKEN.detail()));
        Dossier file = alone.delivery().dossier();
        Attempt attempt = Attempt.open(file.latest() + 1, request.requestId(), purpose, order);
        return Decision.of(
                alone.on(alone.delivery().on(file.with(attempt))), Optional.of(new Proceed(attempt.number(), order)));
    }

    private Decision<Optional<Opening>> refuse(Delivery delivery, DeliveryRequest request, Reason why) {
        Change refused = Change.quiet(delivery).refusing(request.requestId(), why, moment(request, why.detail()));
        return halt(refused, request, why.detail());
    }

    private Decision<Optional<Opening>> reject(Change so, DeliveryRequest request, Reason why) {
        Moment moment = moment(request, why.detail());
        Change alone = so.givingUpPending(Reasons.ENDED, moment);
        Change after = alone.delivery() instanceof Changeable changeable
                ? alone.then(changeable.reject(request.requestId(), why, moment))
                : alone;
        return halt(after, request, why.detail());
    }

    /** The event of its end bears no request: the one that asked for it is answered before. */
    private Decision<Optional<Opening>> fail(Change so, DeliveryRequest request) {
        Moment moment = moment(request, "its deadline passed");
        Change refused = so.givingUpPending(Reasons.ENDED, moment)
                .refusing(request.requestId(), Reasons.DEADLINE_PASSED, moment);
        Change after = refused.delivery() instanceof Delivery.Restarting restarting
                ? refused.then(restarting.fail(Reasons.DEADLINE_PASSED, moment))
                : refused;
        return halt(after, request, Reasons.DEADLINE_PASSED.detail());
    }

    private static Decision<Optional<Opening>> halt(Change so, DeliveryRequest request, String reason) {
        Delivery delivery = so.delivery();
        Dossier file = delivery.dossier().halting(request.requestId(), reason);
        return Decision.of(so.on(delivery.on(file)), Optional.of(new Halt(reason)));
    }

    private Moment moment(DeliveryRequest request, String rule) {
        return new Moment(now, Cause.of(Cause.Source.REQUEST, request.requestId(), rule));
    }
}
