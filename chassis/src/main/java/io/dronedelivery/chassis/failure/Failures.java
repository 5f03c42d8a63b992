package io.dronedelivery.chassis.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** What a failure means: the one place that tells the last word from what may go better when it is tried again. */
public final class Failures {
    private Failures() {}

    /**
     * What became of a call to another service.
     *
     * @return a {@link ProblemException} where that is definitive: the service refused, or answered against its contract
     *     ({@link Refusal#MALFORMED_ANSWER}); else a {@link RemoteFailure}: nobody knows whether it was done
     */
    public static RuntimeException ofCall(String service, Throwable failure) {
        return switch (failure) {
            case ProblemException refused -> refused;
            case RemoteFailure known -> known;
            case CircuitBreakerOpenException _ ->
                new RemoteFailure("The circuit of the service %s is open.".formatted(service), failure);
            case BulkheadException _ ->
                new RemoteFailure("Too many calls to the service %s are under way.".formatted(service), failure);
            case Throwable _ when unreadable(failure) -> malformed(service);
            case WebApplicationException answered ->
                ErrorAnswer.of(answered.getResponse()).meaning(service);
            default -> new RemoteFailure("The service %s did not answer.".formatted(service), failure);
        };
    }

    /** What became of a call that a service answered, among others, with a problem: as {@link #ofCall}. */
    public static RuntimeException ofProblem(String service, Problem problem, @Nullable Long retryAfterSeconds) {
        return ErrorAnswer.of(problem, retryAfterSeconds).meaning(service);
    }

    /** The service answered what its contract does not know, or left out what is needed. */
    public static ProblemException malformed(String service) {
        return new ProblemException(
                Refusal.MALFORMED_ANSWER, "The service " + service + " answered against its contract.");
    }

    /**
     * Whether the service that failed so is better left alone for a while. One that talks nonsense is: each further
     * request would be given up for it.
     */
    public static boolean signOfOutage(Throwable failure) {
        return switch (failure) {
            case NotYet _ -> false;
            case ProblemException refused -> refused.problem().code() == Refusal.MALFORMED_ANSWER;
            default -> true;
        };
    }

    /** Whether a call failed because the service does not accept the token that it bears. */
    public static boolean tokenRefused(Throwable failure) {
        return failure instanceof WebApplicationException answered
                && ErrorAnswer.tokenRefused(answered.getResponse().getStatus());
    }

    /** Whether it is another process that prevents the work, so that it may pass. */
    public static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case JsonProcessingException _ -> false;
            case RemoteFailure _, IOException _, TimeoutException _ -> true;
            default -> false;
        };
    }

    /** The answer came, and made no sense. */
    private static boolean unreadable(Throwable failure) {
        return causes(failure).anyMatch(JsonProcessingException.class::isInstance)
                || failure instanceof ProcessingException && failure.getCause() == null;
    }

    /** What it all began with: for the log, never for a client. */
    public static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (_, cause) -> cause);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
