package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.RemoteProblems;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service accounting. */
@Path("/charges/{deliveryId}/attempts/{attempt}")
@RegisterRestClient(configKey = "accounting")
@RegisterProvider(RemoteProblems.class)
interface AccountingClient {

    @PUT
    @CircuitBreaker(delay = 1000, skipOn = ProblemException.class)
    Uni<Charge> hold(@RestPath String deliveryId, @RestPath int attempt, Hold hold);
}
