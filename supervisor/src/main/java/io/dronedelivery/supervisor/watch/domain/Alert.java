package io.dronedelivery.supervisor.watch.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.DeliveryHistory.EventSummary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator has to look at.
 *
 * @param id made from its cause, so that each cause raises one alert
 * @param subject the requestId, or the number of the attempt
 * @param what what is wrong
 * @param known all that was known when it was raised
 * @param acts what operators did about it, in order
 */
public record Alert(
        String id,
        Kind kind,
        String deliveryId,
        String subject,
        Instant raisedAt,
        String what,
        Known known,
        List<Act> acts,
        State state) {

    /** What is wrong. */
    public enum Kind {
        /** A request has no answer. If it is a change, it was published again in vain. */
        UNANSWERED_REQUEST,
        /** A delivery has not ended by the time at which it should have been at its drop-off. */
        OVERDUE_FLIGHT,
        /** A flight failed with the parcel on board: somebody has to fetch it. */
        RECOVER_PARCEL
    }

    /** All that was known when it was raised. What is absent was not known, or does not apply. */
    public record Known(
            @Nullable DeliveryRequest request,
            @Nullable DeliverySnapshot delivery,
            @Nullable EventSummary lastEvent,
            @Nullable Position position) {}

    /** What operators do. */
    public enum ActKind {
        REDRIVE,
        RESOLVE
    }

    /** Who did what, and when. */
    public record Act(
            ActKind what,
            String operator,
            Instant at,
            @Nullable String note) {}

    /** Whether it still needs an operator. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Open.class), @JsonSubTypes.Type(Cleared.class), @JsonSubTypes.Type(Resolved.class)
    })
    public sealed interface State {}

    /** It needs an operator. */
    public record Open() implements State {}

    /** What was missing has come; by says what it was. */
    public record Cleared(Instant at, String by) implements State {}

    /** An operator has settled it, as the last act says. */
    public record Resolved(Instant at) implements State {}

    /** The states by name, to search by. */
    public enum Status {
        OPEN,
        CLEARED,
        RESOLVED
    }

    static Alert raise(Kind kind, String deliveryId, String subject, String what, Known known, Instant now) {
        return new Alert(
                id(kind, deliveryId, subject), kind, deliveryId, subject, now, what, known, List.of(), new Open());
    }

    static String id(Kind kind, String deliveryId, String subject) {
        return kind + "-" + deliveryId + "-" + subject;
    }

    public Status status() {
        return switch (state) {
            case Open _ -> Status.OPEN;
            case Cleared _ -> Status.CLEARED;
            case Resolved _ -> Status.RESOLVED;
        };
    }

    Alert cleared(String by, Instant now) {
        return state instanceof Open ? with(acts, new Cleared(now, by)) : this;
    }

    public Alert redriven(Act act) {
        return with(actsAnd(act), state);
    }

    public Alert resolved(Act act) {
        return with(actsAnd(act), new Resolved(act.at()));
    }

    private List<Act> actsAnd(Act act) {
        return Stream.concat(acts.stream(), Stream.of(act)).toList();
    }

    private Alert with(List<Act> all, State next) {
        return new Alert(id, kind, deliveryId, subject, raisedAt, what, known, all, next);
    }
}
