package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.SHIPMENT;

import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service transport. */
@Path(SHIPMENT + ATTEMPT)
@RegisterRestClient(configKey = "transport")
interface TransportClient {

    @PUT
    Uni<Shipment> book(@RestPath String deliveryId, @RestPath int attempt, Booking booking);
}
