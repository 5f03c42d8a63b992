package io.dronedelivery.supervisor.domain.compensation;

import java.time.Instant;

/**
 * What somebody did to a workflow.
 *
 * @param operator who; {@link #NOBODY} where the time to decide ran out
 */
public record JournalEntry(Instant at, String operator, Act act) {
    /** Signs what the supervisor does because no person did. */
    public static final String NOBODY = "supervisor";
}
