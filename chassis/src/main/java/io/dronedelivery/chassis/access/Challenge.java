package io.dronedelivery.chassis.access;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Problem;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * What a request that is not authenticated, or not authorized, is answered with.
 *
 * @param problem the body
 * @param header the name and value of the header that says what to do: <code>WWW-Authenticate</code> (RFC 6750, section 3)
 *     or <code>Retry-After</code>
 */
public record Challenge(Problem problem, Map.Entry<String, String> header) {
    private static final String FAILURE = Challenge.class.getName();
    private static final String RETRY_AFTER_SECONDS = "2";

    /** Remembers why the token of that request is not accepted. */
    static void remember(RoutingContext exchange, Throwable failure) {
        exchange.put(FAILURE, failure);
    }

    /** The challenge of a request without a good token. */
    public static Challenge of(RoutingContext exchange) {
        Throwable failure = exchange.get(FAILURE);
        if (failure == null) {
            return unauthenticated("Send a token in the header Authorization: Bearer, a blank, and the token.", "");
        }
        if (causes(failure).anyMatch(KeysUnavailable.class::isInstance)) {
            return new Challenge(
                    Problems.of(503, "UNAVAILABLE", "The keys that tokens are checked with can't be read. Try again."),
                    Map.entry(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
        }
        String what = expired(failure)
                ? "The token has expired. Get a new one."
                : "The token is not accepted: its signature, issuer, audience, algorithm or claims are wrong here.";
        return unauthenticated(what, ", error=\"invalid_token\", error_description=\"" + what + '"');
    }

    /** The challenge of a request whose token is good for something else. */
    public static Challenge insufficientScope(String scopes) {
        return new Challenge(
                Problems.of(403, "FORBIDDEN", "This needs a token with the scope " + scopes + "."),
                bearer(", error=\"insufficient_scope\", scope=\"" + scopes + '"'));
    }

    private static Challenge unauthenticated(String detail, String error) {
        return new Challenge(Problems.of(401, "UNAUTHENTICATED", detail), bearer(error));
    }

    private static Map.Entry<String, String> bearer(String error) {
        return Map.entry(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"drone-delivery\"" + error);
    }

    private static boolean expired(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof InvalidJwtException invalid && invalid.hasExpired());
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** Ends an answer that no REST resource gives. */
    public void send(HttpServerResponse response, ProblemAnswers answers) {
        answers.send(response.putHeader(header.getKey(), header.getValue()), problem);
    }

    ChallengeData data() {
        return new ChallengeData(problem.status(), header.getKey(), header.getValue());
    }
}
