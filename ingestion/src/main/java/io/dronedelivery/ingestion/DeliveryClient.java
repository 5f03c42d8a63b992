package io.dronedelivery.ingestion;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.RemoteProblems;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service delivery, asked briefly: the time-out is in the configuration, and it is left alone while it is down. */
@Path("/deliveries")
@RegisterRestClient(configKey = "delivery")
@RegisterProvider(RemoteProblems.class)
interface DeliveryClient {

    @GET
    @Path("/{deliveryId}")
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 1000, skipOn = ProblemException.class)
    Uni<DeliveryView> find(@RestPath String deliveryId);
}
