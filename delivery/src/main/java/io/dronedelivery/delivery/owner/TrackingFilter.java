package io.dronedelivery.delivery.owner;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.delivery.domain.decision.DeliverySummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives the answers that are no longer possible once the stream has begun with its 200. A delivery that is not the caller's
 * is 404. A <code>Last-Event-ID</code> that is none of its events is 400. It is 204 where the delivery has ended and the caller
 * has seen all: a browser's EventSource does not reconnect then (WHATWG HTML, server-sent events).
 */
@ApplicationScoped
class TrackingFilter {
    private final OwnerViews views;

    TrackingFilter(OwnerViews views) {
        this.views = views;
    }

    @BeforeTracking
    @ServerRequestFilter
    Uni<Response> answer(ContainerRequestContext request) {
        String account = Caller.account(request.getSecurityContext());
        String deliveryId = request.getUriInfo().getPathParameters().getFirst("deliveryId");
        String lastEventId = request.getHeaderString("Last-Event-ID");
        return views.owned(account, deliveryId).map(delivery -> answer(DeliverySummary.of(delivery), lastEventId));
    }

    /** Null: the stream may begin. */
    private static @Nullable Response answer(DeliverySummary delivery, @Nullable String lastEventId) {
        long seen = SearchParameters.version(lastEventId);
        if (seen > delivery.version()) {
            throw SearchParameters.notOfThisStream("at most " + delivery.version());
        }
        boolean over = delivery.status().terminal() && seen == delivery.version();
        return over ? Response.noContent().build() : null;
    }
}
