package io.dronedelivery.supervisor.watch.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accepted request: its customer was promised that it is carried out, or refused with a reason.
 *
 * @param heardAt when the watch first read it; its time counts from then on. After an outage of the watch itself, old requests
 *     are read before their answers
 * @param request what was asked for; absent once it is answered
 */
public record WatchedRequest(
        String requestId,
        Instant heardAt,
        @Nullable DeliveryRequest request,
        @JsonProperty("standing") State state) {

    /** How far it is from being answered. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(Awaited.class),
        @JsonSubTypes.Type(Redriven.class),
        @JsonSubTypes.Type(Missed.class),
        @JsonSubTypes.Type(Unordered.class),
        @JsonSubTypes.Type(Answered.class)
    })
    public sealed interface State {}

    /** An answer is due by then. */
    public record Awaited(Instant dueAt) implements State {}

    /** It was not answered in time and was published again; an answer is due by then. */
    public record Redriven(Instant at, Instant dueAt) implements State {}

    /** It was not answered then either: an alert was raised. */
    public record Missed(Instant since) implements State {}

    /** A change of a delivery that nobody has ordered: no answer is due, unless somebody orders it after all. */
    public record Unordered(Instant since) implements State {}

    /**
     * It has its answer.
     *
     * @param by the event that answered it, or why none ever will
     */
    public record Answered(String by, Instant at) implements State {}

    static WatchedRequest of(DeliveryRequest request, Instant now, Duration answerWithin) {
        return new WatchedRequest(
                request.requestId(), now, request, new Awaited(now.plus(time(request, answerWithin))));
    }

    /** The answer was read before the request. */
    static WatchedRequest answeredBefore(String requestId, String by, Instant now) {
        return new WatchedRequest(requestId, now, null, new Answered(by, now));
    }

    private static Duration time(DeliveryRequest request, Duration answerWithin) {
        return deadline(request)
                .map(deadline -> Duration.between(request.requestedAt(), deadline))
                .filter(until -> until.compareTo(answerWithin) < 0)
                .map(until -> until.isNegative() ? Duration.ZERO : until)
                .orElse(answerWithin);
    }

    private static Optional<Instant> deadline(DeliveryRequest request) {
        return switch (request) {
            case ScheduleDelivery schedule -> Optional.of(schedule.order().deadline());
            case RescheduleDelivery reschedule ->
                Optional.ofNullable(reschedule.change().deadline());
            case CancelDelivery _ -> Optional.empty();
        };
    }

    /** What was asked for, while an answer is due. */
    public Optional<DeliveryRequest> unanswered() {
        return switch (state) {
            case Awaited _, Redriven _, Missed _ -> Optional.ofNullable(request);
            case Unordered _, Answered _ -> Optional.empty();
        };
    }

    Optional<Instant> nextCheck() {
        return switch (state) {
            case Awaited(Instant dueAt) -> Optional.of(dueAt);
            case Redriven(Instant _, Instant dueAt) -> Optional.of(dueAt);
            case Missed _, Unordered _, Answered _ -> Optional.empty();
        };
    }

    boolean isDue(Instant now) {
        return nextCheck().filter(at -> !at.isAfter(now)).isPresent();
    }

    public WatchedRequest answered(String by, Instant now) {
        return new WatchedRequest(requestId, heardAt, null, new Answered(by, now));
    }

    /** What can't be decided now is due again then. */
    WatchedRequest dueAt(Instant at) {
        return switch (state) {
            case Awaited _ -> in(new Awaited(at));
            case Redriven(Instant redrivenAt, Instant _) -> in(new Redriven(redrivenAt, at));
            case Missed _, Unordered _, Answered _ -> this;
        };
    }

    WatchedRequest in(State next) {
        return new WatchedRequest(requestId, heardAt, request, next);
    }
}
