package io.dronedelivery.supervisor.deadletter.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Whether a dead letter still needs an operator. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(DeadLetterState.Open.class),
    @JsonSubTypes.Type(DeadLetterState.Replayed.class),
    @JsonSubTypes.Type(DeadLetterState.Discarded.class)
})
public sealed interface DeadLetterState {

    /** An operator has to look at it. */
    record Open() implements DeadLetterState {
        public Replayed replayed(Instant now) {
            return new Replayed(now);
        }

        public Discarded discarded(Instant now) {
            return new Discarded(now);
        }
    }

    /** It was published to its origin topic again, once. */
    record Replayed(Instant at) implements DeadLetterState {}

    /** An operator has found that nothing is lost with it. */
    record Discarded(Instant at) implements DeadLetterState {}

    /** The states by name, to search by. */
    enum Status {
        OPEN,
        REPLAYED,
        DISCARDED
    }

    default Status status() {
        return switch (this) {
            case Open _ -> Status.OPEN;
            case Replayed _ -> Status.REPLAYED;
            case Discarded _ -> Status.DISCARDED;
        };
    }
}
