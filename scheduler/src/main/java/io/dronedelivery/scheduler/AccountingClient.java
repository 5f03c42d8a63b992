package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CHARGE;
import static io.dronedelivery.contracts.InternalPaths.CHARGES;

import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service accounting. */
@Path("/")
@RegisterRestClient(configKey = "accounting")
interface AccountingClient {

    @PUT
    @Path(CHARGE + ATTEMPT)
    Uni<Charge> hold(@RestPath String deliveryId, @RestPath int attempt, Hold hold);

    @PUT
    @Path(CHARGES)
    Uni<Answers<Charge>> holdAll(Calls<Call<Hold>> all);
}
