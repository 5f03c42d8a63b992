package io.dronedelivery.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of one HTTP request: its client's, where that is of the right form, else a new one. */
public final class RequestId {
    /** The header that has it, of requests and of answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private RequestId() {}

    static String give(RoutingContext exchange) {
        String id = accepted(exchange.request().getHeader(HEADER));
        exchange.put(ATTRIBUTE, id);
        return id;
    }

    private static String accepted(@Nullable String offered) {
        return offered != null && FORM.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    /** The id of that request. */
    public static String of(RoutingContext exchange) {
        return exchange.get(ATTRIBUTE, "");
    }
}
