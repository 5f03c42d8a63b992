package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Refusal;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a customer's request.
 *
 * @param pin for a delivery that is yet to become known
 */
record RequestRules(@Nullable String pin, Instant now) {
    private static final Duration OVERTAKING_MAX = Duration.ofSeconds(3);

    /** Changes are decided when they are opened; only what begins a delivery, or falsely tries to, matters before. */
    Optional<Change> see(Optional<Delivery> delivery, DeliveryRequest request) {
        return switch (request) {
            case ScheduleDelivery schedule when delivery.isEmpty() -> Optional.of(Change.of(begin(schedule)));
            case ScheduleDelivery schedule
            when begunBy(delivery.get(), schedule) || answered(delivery.get(), schedule) -> Optional.empty();
            case ScheduleDelivery schedule ->
                refuse(delivery.get(), schedule, keyReused()).change();
            case RescheduleDelivery _, CancelDelivery _ -> Optional.empty();
        };
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
            case RescheduleDelivery _, CancelDelivery _ -> Decision.unchanged(openUnknown(request));
        };
    }

    /** A change may overtake the order it is for, but not by long: then nobody ever ordered that. */
    private Optional<Opening> openUnknown(DeliveryRequest request) {
        return now.isBefore(request.requestedAt().plus(OVERTAKING_MAX))
                ? Optional.empty()
                : Optional.of(new Halt("no such delivery"));
    }

    private Decision<Optional<Opening>> openKnown(Change so, DeliveryRequest request) {
        Delivery delivery = so.delivery();
        if (!request.accountId().equals(delivery.dossier().accountId())) {
            // What a stranger asks for is none of its owner's business: the delivery is not touched.
            return Decision.unchanged(Optional.of(new Halt("no such delivery of this account")));
        }
        return switch (request) {
            case ScheduleDelivery schedule when !begunBy(delivery, schedule) -> refuse(delivery, schedule, keyReused());
            case ScheduleDelivery schedule -> schedule(so, schedule);
            case RescheduleDelivery reschedule -> reschedule(delivery, reschedule);
            case CancelDelivery cancel -> cancel(delivery, cancel);
        };
    }

    private Decision<Optional<Opening>> schedule(Change so, ScheduleDelivery request) {
        if (!(so.delivery() instanceof Delivery.Pending pending)) {
            return halt(so, request, "the delivery has ended before it was begun");
        }
        if (passed(request.order())) {
            return reject(so, pending, request);
        }
        return proceed(so, request, Attempt.Purpose.SCHEDULE, request.order());
    }

    private Decision<Optional<Opening>> reschedule(Delivery delivery, RescheduleDelivery request) {
        Dossier file = delivery.dossier();
        DeliveryOrder order = file.order().with(request.change());
        boolean restores = file.attempts().stream().anyMatch(attempt -> attempt.restoredBy(request.requestId()));
        if (!restores && tooLate(delivery).isPresent()) {
            return refuse(delivery, request, tooLate(delivery).get());
        }
        if (!restores) {
            return passed(order)
                    ? refuse(delivery, request, deadlinePassed())
                    : proceed(Change.quiet(delivery), request, Attempt.Purpose.RESCHEDULE, order);
        }
        if (!file.attempts().getLast().restoredBy(request.requestId())) {
            return refuse(delivery, request, overtaken());
        }
        if (!(delivery instanceof Changeable changeable)) {
            return refuse(delivery, request, alreadyEnded());
        }
        return passed(order)
                ? reject(Change.quiet(delivery), changeable, request)
                : proceed(Change.quiet(delivery), request, Attempt.Purpose.RESTORE, order);
    }

    private Decision<Optional<Opening>> cancel(Delivery delivery, CancelDelivery request) {
        Optional<Reason> tooLate = tooLate(delivery);
        if (tooLate.isPresent()) {
            return refuse(delivery, request, tooLate.get());
        }
        Moment moment = moment(request, "its customer cancelled it");
        Change alone = Change.quiet(delivery).givingUpPending(alreadyEnded(), moment);
        return alone.delivery() instanceof Changeable changeable
                ? halt(
                        alone.then(changeable.cancel(request.requestId(), request.reason(), moment)),
                        request,
                        "cancelled")
                : refuse(delivery, request, alreadyEnded());
    }

    private static Optional<Reason> tooLate(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Ended _ -> Optional.of(alreadyEnded());
            case Delivery.Pending _ -> Optional.empty();
            case Delivery.Scheduled _, Delivery.HeadedToPickup _ -> Optional.empty();
            case Delivery.Recovering recovering ->
                recovering.carriage().pickedUp() ? Optional.of(alreadyPickedUp()) : Optional.empty();
            case Delivery.PickedUp _, Delivery.HeadedToDropoff _, Delivery.Arriving _ -> Optional.of(alreadyPickedUp());
        };
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

    private boolean passed(DeliveryOrder order) {
        return !now.isBefore(order.deadline());
    }

    private Decision<Optional<Opening>> proceed(
            Change so, DeliveryRequest request, Attempt.Purpose purpose, DeliveryOrder order) {
        Change alone =
                so.givingUpPending(overtaken(), moment(request, overtaken().detail()));
        Dossier file = alone.delivery().dossier();
        Attempt attempt = Attempt.open(file.latest() + 1, request.requestId(), purpose, order);
        return Decision.of(
                alone.on(alone.delivery().on(file.with(attempt))), Optional.of(new Proceed(attempt.number(), order)));
    }

    private Decision<Optional<Opening>> refuse(Delivery delivery, DeliveryRequest request, Reason why) {
        Change refused = Change.quiet(delivery).refusing(request.requestId(), why, moment(request, why.detail()));
        return halt(refused, request, why.detail());
    }

    private Decision<Optional<Opening>> reject(Change so, Changeable delivery, DeliveryRequest request) {
        Step rejected = delivery.reject(request.requestId(), deadlinePassed(), moment(request, "its deadline passed"));
        return halt(so.then(rejected), request, deadlinePassed().detail());
    }

    private static Decision<Optional<Opening>> halt(Change so, DeliveryRequest request, String reason) {
        Delivery delivery = so.delivery();
        Dossier file = delivery.dossier().halting(request.requestId(), reason);
        return Decision.of(so.on(delivery.on(file)), Optional.of(new Halt(reason)));
    }

    private Moment moment(DeliveryRequest request, String rule) {
        return new Moment(now, Cause.of(Cause.Source.REQUEST, request.requestId(), rule));
    }

    private static Reason keyReused() {
        return new Reason(
                Refusal.KEY_REUSED, "this idempotency key was used before, for another request: use a new one");
    }

    private static Reason alreadyPickedUp() {
        return new Reason(Refusal.ALREADY_PICKED_UP, "the parcel is on its way: too late to change or cancel");
    }

    private static Reason alreadyEnded() {
        return new Reason(Refusal.ALREADY_ENDED, "the delivery has ended");
    }

    private static Reason overtaken() {
        return new Reason(Refusal.ATTEMPT_OVERTAKEN, "a later change overtook it");
    }

    private static Reason deadlinePassed() {
        return new Reason(Refusal.DEADLINE_PASSED, "the deadline has passed");
    }
}
