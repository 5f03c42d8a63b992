package io.dronedelivery.supervisor.compensation.domain;

import java.time.Instant;

/**
 * What somebody did to a compensation.
 *
 * @param operator who; {@link #NOBODY} if the time to decide ran out
 */
public record JournalEntry(Instant at, String operator, Act act) {
    /** The name under which the supervisor itself decides, because no person did. */
    public static final String NOBODY = "supervisor";
}
