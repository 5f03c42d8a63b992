package io.dronedelivery.chassis.calls;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the calls to a service stand.
 *
 * @param name the service
 * @param circuit CLOSED: calls go through; OPEN: they are kept out; HALF_OPEN: some go through, to see
 * @param since when it came to be so
 * @param lastFailure the latest call that failed, if any ever did
 * @param inFlight how many calls are under way
 * @param limit how many may be
 */
public record DownstreamStatus(
        String name,
        CircuitBreakerState circuit,
        Instant since,
        @Nullable LastFailure lastFailure,
        int inFlight,
        int limit) {

    /** A call that failed: when, and what happened. */
    public record LastFailure(Instant at, String what) {}
}
