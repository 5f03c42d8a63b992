package io.dronedelivery.chassis.failure;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What another service answered instead of what it was asked for.
 *
 * @param status the HTTP status
 * @param retryAfter the header of that name
 * @param date the header of that name: the moment the answer was made, by the service's clock
 * @param problem the body, where it is a problem detail
 */
record ErrorAnswer(
        int status,
        @Nullable String retryAfter,
        @Nullable String date,
        @Nullable Problem problem) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    static ErrorAnswer of(Response response) {
        return of(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.RETRY_AFTER),
                response.getHeaderString(HttpHeaders.DATE),
                response.hasEntity() ? response.readEntity(String.class) : "");
    }

    /**
     * @param body a problem detail, perhaps
     */
    static ErrorAnswer of(int status, @Nullable String retryAfter, @Nullable String date, String body) {
        return new ErrorAnswer(status, retryAfter, date, problem(body));
    }

    static ErrorAnswer of(Problem problem, @Nullable Long retryAfterSeconds) {
        return new ErrorAnswer(
                problem.status(), retryAfterSeconds == null ? null : retryAfterSeconds.toString(), null, problem);
    }

    /** Says nothing of what was asked: whether a service trusts another is no answer to it. */
    static boolean tokenRefused(int status) {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }

    /** A {@link ProblemException} where that is the last word, else a {@link RemoteFailure}. */
    RuntimeException meaning(String service) {
        String fact = "The service %s answered %d.".formatted(service, status);
        if (tokenRefused(status)) {
            return new RemoteFailure(fact + " It does not accept this service's token.");
        }
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            return new RemoteFailure(fact, RetryAfter.of(retryAfter, date), null);
        }
        if (problem != null && problem.code() != null) {
            return new ProblemException(problem);
        }
        return status == CONFLICT
                ? new NotYet(fact, RetryAfter.of(retryAfter, date))
                : new ProblemException(Refusal.MALFORMED_ANSWER, fact + " Its contract knows no such answer.");
    }

    private static @Nullable Problem problem(String body) {
        try {
            return Json.read(body, Problem.class);
        } catch (UncheckedIOException notAProblem) {
            return null;
        }
    }
}
