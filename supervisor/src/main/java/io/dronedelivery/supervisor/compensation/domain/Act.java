package io.dronedelivery.supervisor.compensation.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operator does to a compensation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Act.Retry.class),
    @JsonSubTypes.Type(Act.Edit.class),
    @JsonSubTypes.Type(Act.Resolve.class),
    @JsonSubTypes.Type(Act.Decide.class)
})
public sealed interface Act {

    /** It goes on now. */
    record Retry(@Nullable String note) implements Act {}

    /**
     * It goes on now with fewer steps: the others were settled by hand.
     *
     * @param steps what is still to be undone
     */
    record Edit(Set<Step> steps, String note) implements Act {}

    /** It ends as it is: nothing more is undone. */
    record Resolve(String note) implements Act {}

    /** Decides what is to become of a delivery whose parcel was picked up, or may have been. */
    record Decide(Remedy remedy, String note) implements Act {}

    /** The acts by the names of their resources. */
    enum Kind {
        RETRY,
        STEPS,
        RESOLUTION,
        DECISION
    }

    default Kind kind() {
        return switch (this) {
            case Retry _ -> Kind.RETRY;
            case Edit _ -> Kind.STEPS;
            case Resolve _ -> Kind.RESOLUTION;
            case Decide _ -> Kind.DECISION;
        };
    }
}
