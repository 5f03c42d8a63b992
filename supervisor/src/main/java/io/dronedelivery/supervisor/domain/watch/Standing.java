package io.dronedelivery.supervisor.domain.watch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** How a request stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Standing.Awaited.class),
    @JsonSubTypes.Type(Standing.Redriven.class),
    @JsonSubTypes.Type(Standing.Missed.class),
    @JsonSubTypes.Type(Standing.Unordered.class),
    @JsonSubTypes.Type(Standing.Answered.class)
})
public sealed interface Standing {

    /** It has until then to be answered. */
    record Awaited(Instant dueAt) implements Standing {}

    /** It was not answered in time, so it was published again; it has until then. */
    record Redriven(Instant at, Instant dueAt) implements Standing {}

    /** It was not answered then either: people know. */
    record Missed(Instant since) implements Standing {}

    /**
     * It is a change of what nobody has ordered, which anyone can ask for: no answer is awaited, unless somebody orders it
     * after all.
     */
    record Unordered(Instant since) implements Standing {}

    /**
     * It has its answer.
     *
     * @param by the event that answered it, or why none ever will
     */
    record Answered(String by, Instant at) implements Standing {}
}
