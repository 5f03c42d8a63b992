package io.dronedelivery.chassis.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Another process (a service, the broker, the database) could not do its part just now. Nothing is known to be wrong with
 * what was asked: trying again may help. Answered as 503 with <code>Retry-After</code>.
 */
public class RemoteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public RemoteFailure(String message) {
        this(message, Duration.ZERO, null);
    }

    public RemoteFailure(String message, Throwable cause) {
        this(message, Duration.ZERO, cause);
    }

    /**
     * @param retryAfter what {@link #retryAfter} tells
     */
    public RemoteFailure(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long whoever tries again waits at least; zero where the other process did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
