package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.supervisor.domain.watch.Standing.Answered;
import io.dronedelivery.supervisor.domain.watch.Standing.Awaited;
import io.dronedelivery.supervisor.domain.watch.Standing.Missed;
import io.dronedelivery.supervisor.domain.watch.Standing.Redriven;
import io.dronedelivery.supervisor.domain.watch.Standing.Unordered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accepted request: somebody was promised that it is carried out, or refused with a reason.
 *
 * @param heardAt when the watch first heard of it, from which on its time counts: after an outage of its own the watch
 *     reads old requests before their answers
 * @param request what was asked for; absent once it is answered
 */
public record Promise(
        String requestId, Instant heardAt, @Nullable DeliveryRequest request, Standing standing) {

    static Promise of(DeliveryRequest request, Instant now, Limits limits) {
        return new Promise(request.requestId(), now, request, new Awaited(now.plus(time(request, limits))));
    }

    /** The answer was read before the request. */
    static Promise answeredBefore(String requestId, String by, Instant now) {
        return new Promise(requestId, now, null, new Answered(by, now));
    }

    private static Duration time(DeliveryRequest request, Limits limits) {
        return deadline(request)
                .map(deadline -> Duration.between(request.requestedAt(), deadline))
                .filter(until -> until.compareTo(limits.answerWithin()) < 0)
                .map(until -> until.isNegative() ? Duration.ZERO : until)
                .orElse(limits.answerWithin());
    }

    private static Optional<Instant> deadline(DeliveryRequest request) {
        return switch (request) {
            case ScheduleDelivery schedule -> Optional.of(schedule.order().deadline());
            case RescheduleDelivery reschedule ->
                Optional.ofNullable(reschedule.change().deadline());
            case CancelDelivery _ -> Optional.empty();
        };
    }

    /** What was asked for, while it is to be answered. */
    Optional<DeliveryRequest> unanswered() {
        return switch (standing) {
            case Awaited _, Redriven _, Missed _ -> Optional.ofNullable(request);
            case Unordered _, Answered _ -> Optional.empty();
        };
    }

    /** When it is to be looked at next. */
    Optional<Instant> nextLook() {
        return switch (standing) {
            case Awaited(Instant dueAt) -> Optional.of(dueAt);
            case Redriven(Instant _, Instant dueAt) -> Optional.of(dueAt);
            case Missed _, Unordered _, Answered _ -> Optional.empty();
        };
    }

    boolean isDue(Instant now) {
        return nextLook().filter(at -> !at.isAfter(now)).isPresent();
    }

    Promise answered(String by, Instant now) {
        return new Promise(requestId, heardAt, null, new Answered(by, now));
    }

    /** What can't be decided now is due again then. */
    Promise dueAt(Instant at) {
        return switch (standing) {
            case Awaited _ -> in(new Awaited(at));
            case Redriven(Instant redrivenAt, Instant _) -> in(new Redriven(redrivenAt, at));
            case Missed _, Unordered _, Answered _ -> this;
        };
    }

    Promise in(Standing next) {
        return new Promise(requestId, heardAt, request, next);
    }
}
