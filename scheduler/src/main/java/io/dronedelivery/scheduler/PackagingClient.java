package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.RemoteProblems;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service packaging. */
@Path("/packages/{packageId}/attempts/{attempt}")
@RegisterRestClient(configKey = "packaging")
@RegisterProvider(RemoteProblems.class)
interface PackagingClient {

    @PUT
    @CircuitBreaker(delay = 1000, skipOn = ProblemException.class)
    Uni<Package> register(@RestPath String packageId, @RestPath int attempt, Registration registration);
}
