package io.dronedelivery.transport;

import static io.dronedelivery.contracts.InternalPaths.CALLBACKS;

import io.dronedelivery.contracts.transport.Shipments;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The call-back API as carriers see it. */
@RegisterRestClient(configKey = "transport")
interface CallbackClient {
    @POST
    @Path(CALLBACKS)
    Uni<Void> send(@RestPath String carrier, Shipments.Callback report);
}
