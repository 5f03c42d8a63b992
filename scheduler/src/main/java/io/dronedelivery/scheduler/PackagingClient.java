package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.PACKAGE;

import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service packaging. */
@Path(PACKAGE + ATTEMPT)
@RegisterRestClient(configKey = "packaging")
interface PackagingClient {

    @PUT
    Uni<Package> register(@RestPath String packageId, @RestPath int attempt, Registration registration);
}
