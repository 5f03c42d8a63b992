package io.dronedelivery.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has every body read before its request is served, so that one over the limit is answered with a problem detail however
 * it is sent. Quarkus's own check of the same limit ends the connection without a word, or comes too late.
 */
@Singleton
class BodyLimit {
    private static final String READ = BodyLimit.class.getName();

    private final ProblemAnswers answers;
    private final long bytesMax;

    BodyLimit(ProblemAnswers answers, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.answers = answers;
        this.bytesMax = limit.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(exchange -> read(exchange, router));
    }

    /** Once it is read, the request goes through the routes again, as one that can be read anew. */
    private void read(RoutingContext exchange, Router router) {
        if (ContextLocals.get(READ).isPresent()) {
            exchange.next();
        } else {
            ContextLocals.put(READ, true);
            new RequestBody(exchange, bytesMax, answers, router).receive();
        }
    }
}
