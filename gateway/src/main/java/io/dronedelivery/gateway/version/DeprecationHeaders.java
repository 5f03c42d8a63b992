package io.dronedelivery.gateway.version;

import io.dronedelivery.gateway.edge.HandlerOrder;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells in every answer of version 1 from when on it is deprecated, how long it is served, and what succeeds it. That it is
 * served no more, nobody but a new release decides.
 */
@Singleton
class DeprecationHeaders {
    private static final String LINK = "Link";
    /** What may stand in a link without being taken for its end. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~!$&'()*+,=:@%/-]+");

    private final Lifecycle lifecycle;
    private final String front;

    DeprecationHeaders(VersionConfig config, @ConfigProperty(name = "public.url") URI publicUrl) {
        this.lifecycle = Lifecycle.of(config.first());
        this.front = publicUrl.resolve("/").toString().replaceFirst("/$", "");
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.VERSION).handler(this::tell);
    }

    private void tell(RoutingContext exchange) {
        String path = exchange.request().path();
        if (ApiVersions.isV1(path)) {
            MultiMap headers = exchange.response().headers();
            lifecycle.deprecation().ifPresent(date -> headers.set("Deprecation", date));
            lifecycle.sunsetDate().ifPresent(date -> headers.set("Sunset", date));
            headers.add(LINK, "<%s/docs>; rel=\"deprecation\"; type=\"text/html\"".formatted(front));
            headers.add(LINK, "<%s%s>; rel=\"successor-version\"".formatted(front, successor(path)));
        }
        exchange.next();
    }

    private static String successor(String path) {
        return PLAIN.matcher(path).matches() ? ApiVersions.inV2(path) : ApiVersions.V2;
    }
}
