package io.dronedelivery.gateway.limit;

import io.dronedelivery.chassis.access.Challenge;
import io.dronedelivery.gateway.edge.HandlerOrder;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Counts each request without a good token against the limit of its address. Good tokens go on working at an address from
 * which somebody tries bad ones.
 */
@Singleton
class AddressLimit {
    private static final int UNAUTHORIZED = 401;

    private final RateLimits limits;
    private final ClientAddresses addresses;

    AddressLimit(RateLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.NO_TOKEN).handler(this::count);
    }

    private void count(RoutingContext exchange) {
        if (bearsGoodToken(exchange) || !isRefused(exchange) || grants(exchange)) {
            exchange.next();
        }
    }

    private static boolean bearsGoodToken(RoutingContext exchange) {
        QuarkusHttpUser user = (QuarkusHttpUser) exchange.user();
        return !user.getSecurityIdentity().isAnonymous();
    }

    /** While the keys of tokens can't be read, nobody knows whether one is good: that is answered otherwise. */
    private static boolean isRefused(RoutingContext exchange) {
        return Challenge.of(exchange).problem().status() == UNAUTHORIZED;
    }

    private boolean grants(RoutingContext exchange) {
        Client client = new Client(Client.Kind.ADDRESS, addresses.of(exchange.request()));
        return limits.grants(client, exchange.response());
    }
}
