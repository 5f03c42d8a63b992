package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.NotYet;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The problem that a failure is answered with; what is not the client's doing is logged. */
final class FailureProblems {
    private static final Logger log = Logger.getLogger(FailureProblems.class);
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int CONFLICT = 409;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private FailureProblems() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException refused -> refused.problem();
            case NotYet notYet -> Problems.of(CONFLICT, "NOT_YET", notYet.getMessage() + " Ask again.");
            case RemoteFailure unavailable -> {
                log.warnf("request not served: %s because=%s", unavailable.getMessage(), Failures.root(unavailable));
                yield Problems.of(SERVICE_UNAVAILABLE, "UNAVAILABLE", unavailable.getMessage() + " Try again.");
            }
            default -> {
                log.error("request failed", failure);
                yield internalError();
            }
        };
    }

    static Problem internalError() {
        return Problems.of(SERVER_ERROR, "INTERNAL_ERROR", "This is our fault, and it is logged. Try again later.");
    }

    /** The header <code>Retry-After</code> in seconds; null where it is not sent. */
    static @Nullable Long retryAfterSeconds(Throwable failure) {
        return failure instanceof RemoteFailure unavailable && !(failure instanceof NotYet)
                ? Math.max(RETRY_AFTER_SECONDS, unavailable.retryAfter().toSeconds())
                : null;
    }
}
