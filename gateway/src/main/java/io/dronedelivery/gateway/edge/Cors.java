package io.dronedelivery.gateway.edge;

import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_MAX_AGE;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;
import static io.vertx.core.http.HttpHeaders.ORIGIN;
import static io.vertx.core.http.HttpHeaders.VARY;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Tells browsers which pages of other origins may use the API (the CORS protocol of the Fetch standard). Requests bear their
 * token themselves, so no browser adds one, and a request of an unknown origin needs no refusal. Quarkus would refuse it,
 * without a problem detail.
 */
@Singleton
class Cors {
    private static final int NO_CONTENT = 204;
    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Accept, Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id, traceparent, tracestate";
    private static final String ANSWER_HEADERS =
            "Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, WWW-Authenticate, Deprecation, Sunset, Link";
    private static final String SECONDS_KEPT = "3600";

    private final ProblemAnswers answers;
    private final Set<String> origins;

    Cors(ProblemAnswers answers, EdgeConfig config) {
        this.answers = answers;
        this.origins = config.origins().orElse(Set.of());
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.ORIGIN).handler(this::handle);
    }

    private void handle(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        response.headers().add(VARY, ORIGIN);
        String origin = request.getHeader(ORIGIN);
        boolean known = origin != null && (origins.contains(origin) || origins.contains(ANY));
        if (known) {
            response.putHeader(ACCESS_CONTROL_ALLOW_ORIGIN, origins.contains(ANY) ? ANY : origin)
                    .putHeader(ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
        }
        if (origin == null || !asksFirst(request)) {
            exchange.next();
        } else if (known) {
            response.setStatusCode(NO_CONTENT)
                    .putHeader(ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(ACCESS_CONTROL_MAX_AGE, SECONDS_KEPT)
                    .end();
        } else {
            answers.send(response, Problems.of(403, "FORBIDDEN", "Pages of this origin may not use the API."));
        }
    }

    private static boolean asksFirst(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS) && request.headers().contains(ACCESS_CONTROL_REQUEST_METHOD);
    }
}
