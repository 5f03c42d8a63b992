package io.dronedelivery.ingestion;

import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.IDEMPOTENCY_KEY;

import io.dronedelivery.contracts.delivery.KeyUse;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The service delivery, asked briefly: the time-out is in the configuration. */
@Path(DELIVERY)
@RegisterRestClient(configKey = "delivery")
interface DeliveryClient {

    @GET
    @Path(IDEMPOTENCY_KEY)
    Uni<KeyUse> keyUse(@RestPath String deliveryId, @RestPath String keyId, @RestQuery boolean certain);
}
