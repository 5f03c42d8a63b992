package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.RemoteProblems;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service delivery. */
@Path("/deliveries/{deliveryId}/attempts")
@RegisterRestClient(configKey = "delivery")
@RegisterProvider(RemoteProblems.class)
interface DeliveryClient {

    @PUT
    @CircuitBreaker(delay = 1000, skipOn = ProblemException.class)
    @Path("/{requestId}")
    Uni<Opening> open(@RestPath String deliveryId, @RestPath String requestId, DeliveryRequest request);

    @PUT
    @Path("/{attempt}/schedule")
    @CircuitBreaker(delay = 1000, skipOn = ProblemException.class)
    Uni<Void> schedule(@RestPath String deliveryId, @RestPath int attempt, Schedule schedule);
}
