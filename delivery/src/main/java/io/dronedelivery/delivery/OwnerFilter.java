package io.dronedelivery.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Does what {@link OwnerOnly} says. */
@ApplicationScoped
class OwnerFilter {
    private final Viewing viewing;

    OwnerFilter(Viewing viewing) {
        this.viewing = viewing;
    }

    @OwnerOnly
    @ServerRequestFilter
    Uni<Void> letOwnersPass(ContainerRequestContext request) {
        String account = Caller.of(request.getHeaderString("Account-Id"));
        String deliveryId = request.getUriInfo().getPathParameters().getFirst("deliveryId");
        return viewing.owned(account, deliveryId).replaceWithVoid();
    }
}
