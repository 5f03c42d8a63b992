package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.contracts.InternalPaths.INVOICE;

import io.dronedelivery.contracts.accounting.Charges;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The service accounting. */
@Path(INVOICE)
@RegisterRestClient(configKey = "accounting")
interface AccountingClient {

    @GET
    Uni<Charges.Invoice> invoice(@RestPath String accountId, @RestQuery String month);
}
