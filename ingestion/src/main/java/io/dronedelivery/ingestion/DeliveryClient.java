package io.dronedelivery.ingestion;

import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The service delivery, asked briefly: the time-out is in the configuration. */
@Path("/deliveries")
@RegisterRestClient(configKey = "delivery")
interface DeliveryClient {

    @GET
    @Path("/{deliveryId}")
    Uni<DeliveryView> find(@RestPath String deliveryId);

    @GET
    @Path("/{deliveryId}/keys/{keyId}")
    Uni<KeyUse> keyUse(@RestPath String deliveryId, @RestPath String keyId, @RestQuery boolean certain);
}
