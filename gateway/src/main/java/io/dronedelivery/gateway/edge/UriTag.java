package io.dronedelivery.gateway.edge;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * The path with which a request appears in metrics and traces. Never the one that came: there are as many as there are
 * deliveries, or as somebody cares to make up.
 */
public final class UriTag {
    private static final String KEY = "UrlPathTemplate"; // as Quarkus REST does
    private static final String UNKNOWN = "unknown";

    private UriTag() {}

    static void unknown(RoutingContext exchange) {
        set(exchange, UNKNOWN);
    }

    public static void set(RoutingContext exchange, String template) {
        ((HttpServerRequestInternal) exchange.request()).context().putLocal(KEY, template);
    }
}
