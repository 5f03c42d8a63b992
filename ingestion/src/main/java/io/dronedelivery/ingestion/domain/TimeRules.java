package io.dronedelivery.ingestion.domain;

import static io.dronedelivery.ingestion.domain.Limits.DEADLINE_AHEAD_MAX;
import static io.dronedelivery.ingestion.domain.Limits.DELIVERY_TIME_MIN;
import static io.dronedelivery.ingestion.domain.Limits.PAST_TOLERANCE;
import static io.dronedelivery.ingestion.domain.Limits.READY_AHEAD_MAX;

import java.time.Instant;

/** What is allowed as readyAt and deadline, seen from now. */
record TimeRules(Instant now) {

    void checkReadyAt(Form form, Instant readyAt) {
        if (readyAt.isBefore(now.minus(PAST_TOLERANCE)) || readyAt.isAfter(now.plus(READY_AHEAD_MAX))) {
            form.note(
                    "readyAt",
                    "must be from now (%s) to %d days ahead, but is %s"
                            .formatted(now, READY_AHEAD_MAX.toDays(), readyAt));
        }
    }

    /** A deadline that the client gave. */
    void checkDeadline(Form form, Instant deadline) {
        if (deadline.isBefore(now.plus(DELIVERY_TIME_MIN)) || deadline.isAfter(now.plus(DEADLINE_AHEAD_MAX))) {
            form.note(
                    "deadline",
                    "must be from %d minutes to %d days after now (%s), but is %s"
                            .formatted(DELIVERY_TIME_MIN.toMinutes(), DEADLINE_AHEAD_MAX.toDays(), now, deadline));
        }
    }

    /** The two together, of which the client gave the field to note at least. */
    static void checkSpan(Form form, String given, Instant readyAt, Instant deadline) {
        if (deadline.isBefore(readyAt.plus(DELIVERY_TIME_MIN))) {
            form.note(
                    given,
                    "the deadline must be at least %d minutes after readyAt, but they are %s and %s"
                            .formatted(DELIVERY_TIME_MIN.toMinutes(), deadline, readyAt));
        }
    }
}
