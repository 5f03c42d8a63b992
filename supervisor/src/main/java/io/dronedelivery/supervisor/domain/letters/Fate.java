package io.dronedelivery.supervisor.domain.letters;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What has become of a letter. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Fate.Open.class),
    @JsonSubTypes.Type(Fate.Replayed.class),
    @JsonSubTypes.Type(Fate.Discarded.class)
})
public sealed interface Fate {

    /** A person has to look at it. */
    record Open() implements Fate {
        Replayed replayed(Instant now) {
            return new Replayed(now);
        }

        Discarded discarded(Instant now) {
            return new Discarded(now);
        }
    }

    /** It was published to its origin topic again: once, for good. */
    record Replayed(Instant at) implements Fate {}

    /** A person has found that nothing is lost with it. */
    record Discarded(Instant at) implements Fate {}

    /** The fates by name, to search by. */
    enum Status {
        OPEN,
        REPLAYED,
        DISCARDED
    }

    /** Its name. */
    default Status status() {
        return switch (this) {
            case Open _ -> Status.OPEN;
            case Replayed _ -> Status.REPLAYED;
            case Discarded _ -> Status.DISCARDED;
        };
    }
}
