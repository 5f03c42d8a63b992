package io.dronedelivery.gateway.limit;

import io.dronedelivery.gateway.edge.HandlerOrder;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Counts each request that bears a good token against the limit of its bearer. */
@Singleton
class CallerLimit {
    private final RateLimits limits;

    CallerLimit(RateLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.LIMIT).handler(this::count);
    }

    private void count(RoutingContext exchange) {
        QuarkusHttpUser user = (QuarkusHttpUser) exchange.user();
        if (limits.grants(Client.of(user.getSecurityIdentity()), exchange.response())) {
            exchange.next();
        }
    }
}
