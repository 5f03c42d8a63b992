package io.dronedelivery.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * A client that asks before it sends its body (RFC 9110, section 10.1.1). Once it is answered otherwise it may send the body, or
 * the next request: nobody could tell which, so its connection is closed.
 */
public final class Expectation {
    private static final String CONTINUE = "100-continue";
    private static final String MET = Expectation.class.getName();

    private Expectation() {}

    static void watch(RoutingContext exchange) {
        if (!CONTINUE.equalsIgnoreCase(exchange.request().getHeader(HttpHeaders.EXPECT))) {
            return;
        }
        exchange.put(MET, false);
        exchange.addHeadersEndHandler(_ -> {
            if (isOpen(exchange)) {
                exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        });
        exchange.addEndHandler(_ -> {
            if (isOpen(exchange)) {
                exchange.request().connection().close();
            }
        });
    }

    /** The body is wanted now. */
    public static void meet(RoutingContext exchange) {
        if (isOpen(exchange)) {
            exchange.put(MET, true);
            exchange.response().writeContinue();
        }
    }

    private static boolean isOpen(RoutingContext exchange) {
        return Boolean.FALSE.equals(exchange.get(MET));
    }
}
