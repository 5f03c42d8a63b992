package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The APIs of the other services, as far as they are called here. */
interface Clients {

    @RegisterRestClient(configKey = "delivery")
    interface Delivery {
        @PUT
        @Path("/deliveries/{deliveryId}/attempts/{attempt}/closure")
        Uni<Closed> close(@RestPath String deliveryId, @RestPath int attempt, Closure closure);
    }

    @RegisterRestClient(configKey = "accounting")
    interface Accounting {
        @DELETE
        @Path("/charges/{deliveryId}/attempts/{attempt}")
        Uni<Void> voidHold(@RestPath String deliveryId, @RestPath int attempt);
    }

    /** A delivery's package bears the delivery's id. */
    @RegisterRestClient(configKey = "packaging")
    interface Packaging {
        @DELETE
        @Path("/packages/{deliveryId}/attempts/{attempt}")
        Uni<Void> release(@RestPath String deliveryId, @RestPath int attempt);
    }

    @RegisterRestClient(configKey = "drone")
    interface Drone {
        @PUT
        @Path("/reservations/{deliveryId}/attempts/{attempt}/recall")
        Uni<Void> recall(@RestPath String deliveryId, @RestPath int attempt);

        @DELETE
        @Path("/reservations/{deliveryId}/attempts/{attempt}")
        Uni<Void> release(@RestPath String deliveryId, @RestPath int attempt);
    }

    @RegisterRestClient(configKey = "transport")
    interface Transport {
        @DELETE
        @Path("/shipments/{deliveryId}/attempts/{attempt}")
        Uni<Void> cancel(@RestPath String deliveryId, @RestPath int attempt);
    }
}
