package io.dronedelivery.supervisor.compensation.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a compensation goes on by itself, and what it waits for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(State.Waiting.class),
    @JsonSubTypes.Type(State.AwaitingDrone.class),
    @JsonSubTypes.Type(State.Undecided.class),
    @JsonSubTypes.Type(State.Parked.class),
    @JsonSubTypes.Type(State.Finished.class),
    @JsonSubTypes.Type(State.Resolved.class)
})
public sealed interface State {

    /**
     * It goes on by itself.
     *
     * @param nextAt when
     * @param tries how often the next task has failed in a row
     * @param failure how it failed last
     */
    record Waiting(Instant nextAt, int tries, @Nullable String failure) implements State {}

    /**
     * Delivery does not close the attempt of a failed flight yet, as a rule because its silent drone may still fly on. It is
     * asked again for as long as that takes. An operator who writes the drone off ends the wait.
     *
     * @param since when the pauses between the tries had grown to the longest
     * @param nextAt when delivery is asked again
     * @param tries how often in a row it has refused
     * @param failure what it answered last
     */
    record AwaitingDrone(Instant since, Instant nextAt, int tries, String failure) implements State {}

    /**
     * The parcel was picked up, or may have been: a person has to decide what is to become of the delivery.
     *
     * @param since when the decision was first needed
     * @param until when the delivery is given up, if nobody has decided
     * @param because what delivery answered
     */
    record Undecided(Instant since, Instant until, String because) implements State {}

    /** A task failed too often, or was refused: a person has to look at it. */
    record Parked(Instant since, String failure) implements State {}

    /** Nothing is left to undo. */
    record Finished(Instant at) implements State {}

    /** An operator ended it as it was; the journal says why. */
    record Resolved(Instant at, String operator) implements State {}

    /** The states by name, to search by. */
    enum Status {
        WAITING,
        AWAITING_DRONE,
        UNDECIDED,
        PARKED,
        FINISHED,
        RESOLVED;

        /** Those in which something is still to be done. */
        public static final Set<Status> OPEN = Set.of(WAITING, AWAITING_DRONE, UNDECIDED, PARKED);

        /** Those in which it waits for a person. */
        public static final Set<Status> FOR_A_PERSON = Set.of(UNDECIDED, PARKED);
    }

    default Status status() {
        return switch (this) {
            case Waiting _ -> Status.WAITING;
            case AwaitingDrone _ -> Status.AWAITING_DRONE;
            case Undecided _ -> Status.UNDECIDED;
            case Parked _ -> Status.PARKED;
            case Finished _ -> Status.FINISHED;
            case Resolved _ -> Status.RESOLVED;
        };
    }

    /** When it goes on by itself; empty where it does not. */
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Waiting waiting -> Optional.of(waiting.nextAt);
            case AwaitingDrone awaiting -> Optional.of(awaiting.nextAt);
            case Undecided undecided -> Optional.of(undecided.until);
            case Parked _, Finished _, Resolved _ -> Optional.empty();
        };
    }

    /** When it ended; empty where it has not. */
    default Optional<Instant> endedAt() {
        return switch (this) {
            case Finished(Instant at) -> Optional.of(at);
            case Resolved(Instant at, String _) -> Optional.of(at);
            case Waiting _, AwaitingDrone _, Undecided _, Parked _ -> Optional.empty();
        };
    }

    /** How often the next task has failed in a row. */
    default int failuresInARow() {
        return switch (this) {
            case Waiting waiting -> waiting.tries;
            case AwaitingDrone awaiting -> awaiting.tries;
            case Undecided _, Parked _, Finished _, Resolved _ -> 0;
        };
    }
}
