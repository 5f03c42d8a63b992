package io.dronedelivery.gateway.mobile;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The service delivery as owners ask it, by their own token: it decides whose a delivery is. */
@Path(OwnerClient.DELIVERIES + "/{deliveryId}")
@RegisterRestClient(configKey = "delivery")
interface OwnerClient {
    /** Where customers find their deliveries, here and at the service. */
    String DELIVERIES = "/api/v2/deliveries";

    /** What follows a delivery's path where it is followed live. */
    String TRACKING = "/tracking";

    @GET
    Uni<OwnedDelivery> view(@RestHeader(HttpHeaders.AUTHORIZATION) String token, @RestPath String deliveryId);

    @GET
    @Path("/timeline")
    Uni<Timeline> timeline(@RestHeader(HttpHeaders.AUTHORIZATION) String token, @RestPath String deliveryId);
}
