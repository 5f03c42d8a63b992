package io.dronedelivery.supervisor.domain.compensation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a workflow goes on by itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(State.Waiting.class),
    @JsonSubTypes.Type(State.Parked.class),
    @JsonSubTypes.Type(State.Finished.class)
})
public sealed interface State {

    /**
     * It goes on by itself.
     *
     * @param nextAt when
     * @param tries how often the next step has failed in a row
     * @param failure how it failed last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(Instant nextAt, int tries, @Nullable String failure) implements State {}

    /** It failed too often: a person has to look at it. */
    record Parked(Instant since, String failure) implements State {}

    /** There is nothing more to undo. */
    record Finished(Instant at) implements State {}

    /** The states by name, to search by. */
    enum Status {
        WAITING,
        PARKED,
        FINISHED
    }

    /** Its name. */
    default Status status() {
        return switch (this) {
            case Waiting _ -> Status.WAITING;
            case Parked _ -> Status.PARKED;
            case Finished _ -> Status.FINISHED;
        };
    }
}
