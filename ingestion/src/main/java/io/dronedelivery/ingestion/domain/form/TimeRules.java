package io.dronedelivery.ingestion.domain.form;

import static io.dronedelivery.ingestion.domain.form.Limits.DEADLINE_AHEAD_MAX;
import static io.dronedelivery.ingestion.domain.form.Limits.DELIVERY_TIME_MIN;
import static io.dronedelivery.ingestion.domain.form.Limits.PAST_TOLERANCE;
import static io.dronedelivery.ingestion.domain.form.Limits.READY_AHEAD_MAX;

import java.time.Instant;

/** What is allowed as readyAt and deadline, seen from now. */
record TimeRules(Instant now) {

    void checkReadyAt(Form form, Instant readyAt) {
        String message =
                "must be from now (%s) to %d days ahead, but is %s".formatted(now, READY_AHEAD_MAX.toDays(), readyAt);
        check(form, "readyAt", readyAt, now.minus(PAST_TOLERANCE), now.plus(READY_AHEAD_MAX), message);
    }

    /** A deadline that the client gave. */
    void checkDeadline(Form form, Instant deadline) {
        String message = "must be from %d minutes to %d days after now (%s), but is %s"
                .formatted(DELIVERY_TIME_MIN.toMinutes(), DEADLINE_AHEAD_MAX.toDays(), now, deadline);
        check(form, "deadline", deadline, now.plus(DELIVERY_TIME_MIN), now.plus(DEADLINE_AHEAD_MAX), message);
    }

    /** A time that has passed may have been allowed earlier; one too far ahead, or before 1970, was never allowed. */
    private static void check(Form form, String name, Instant given, Instant from, Instant until, String message) {
        if (given.isAfter(until) || given.isBefore(Instant.EPOCH)) {
            form.note(name, message);
        } else if (given.isBefore(from)) {
            form.notePassed(name, message);
        }
    }

    /** Checks both together; a fault is noted at the field that the client gave. */
    static void checkSpan(Form form, String given, Instant readyAt, Instant deadline) {
        if (deadline.isBefore(readyAt.plus(DELIVERY_TIME_MIN))) {
            form.note(
                    given,
                    "the deadline must be at least %d minutes after readyAt, but they are %s and %s"
                            .formatted(DELIVERY_TIME_MIN.toMinutes(), deadline, readyAt));
        }
    }
}
