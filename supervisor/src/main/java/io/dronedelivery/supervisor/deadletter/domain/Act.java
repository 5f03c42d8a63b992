package io.dronedelivery.supervisor.deadletter.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator did to a letter.
 *
 * @param by who
 */
public record Act(
        Kind what, String by, Instant at, @Nullable String note) {

    /** What operators do. */
    public enum Kind {
        EDITED,
        REPLAYED,
        DISCARDED
    }
}
