package io.dronedelivery.transport;

import static io.dronedelivery.contracts.InternalPaths.CALLBACKS;

import io.dronedelivery.contracts.transport.Shipments;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The call-back API as carriers see it: at the gateway. */
@RegisterRestClient(configKey = "gateway")
interface CallbackClient {
    @POST
    @Path(CALLBACKS)
    Uni<Void> send(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RestPath String carrier,
            Shipments.Callback report);
}
