package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.PACKAGE;
import static io.dronedelivery.contracts.InternalPaths.PACKAGES;

import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service packaging. */
@Path("/")
@RegisterRestClient(configKey = "packaging")
interface PackagingClient {

    @PUT
    @Path(PACKAGE + ATTEMPT)
    Uni<Package> register(@RestPath String packageId, @RestPath int attempt, Registration registration);

    @PUT
    @Path(PACKAGES)
    Uni<Answers<Package>> registerAll(Calls<Call<Registration>> all);
}
