package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.DELIVERIES;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.delivery.DeliverySearch.Answer;
import io.dronedelivery.contracts.delivery.DeliverySearch.Query;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.view.FoundDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;

/** Many deliveries at once, for the gateway. */
@Path(DELIVERIES + SEARCH)
@RolesAllowed(Scope.SERVICE)
class DeliverySearchResource {
    private final Deliveries deliveries;

    DeliverySearchResource(DeliveryDomain domain) {
        this.deliveries = domain.deliveries();
    }

    @POST
    public Uni<Answer> search(@Valid Query query) {
        return deliveries
                .findAll(query.accountId(), Set.copyOf(query.deliveryIds()))
                .map(found -> new Answer(found.stream().map(FoundDeliveries::of).toList()));
    }
}
