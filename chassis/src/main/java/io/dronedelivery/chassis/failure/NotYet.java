package io.dronedelivery.chassis.failure;

import java.time.Duration;

/**
 * What was asked can't be answered yet, since something that is under way has not arrived: no refusal, and no sign that
 * anything is down. Answered as 409 without a code.
 */
public final class NotYet extends RemoteFailure {
    private static final long serialVersionUID = 1L;

    public NotYet(String message) {
        this(message, Duration.ZERO);
    }

    NotYet(String message, Duration retryAfter) {
        super(message, retryAfter, null);
    }
}
