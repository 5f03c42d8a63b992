package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.OPENING;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULE;

import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service delivery. */
@Path(DELIVERY)
@RegisterRestClient(configKey = "delivery")
interface DeliveryClient {

    @PUT
    @Path(OPENING)
    Uni<Opening> open(@RestPath String deliveryId, @RestPath String requestId, DeliveryRequest request);

    @PUT
    @Path(ATTEMPT + SCHEDULE)
    Uni<Void> schedule(@RestPath String deliveryId, @RestPath int attempt, Schedule schedule);
}
