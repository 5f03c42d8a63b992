package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CHARGE;

import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service accounting. */
@Path(CHARGE + ATTEMPT)
@RegisterRestClient(configKey = "accounting")
interface AccountingClient {

    @PUT
    Uni<Charge> hold(@RestPath String deliveryId, @RestPath int attempt, Hold hold);
}
