package io.dronedelivery.packaging;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.PACKAGE;
import static io.dronedelivery.contracts.InternalPaths.PACKAGES;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.BatchAnswers;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.packaging.domain.PackagingDomain;
import io.dronedelivery.packaging.domain.Registrations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Packages: registered by the scheduler, released by the supervisor. */
@Path("/")
@RolesAllowed(Scope.SERVICE)
class PackageResource {
    private final Registrations registrations;
    private final BatchAnswers answers;

    PackageResource(PackagingDomain domain, BatchAnswers answers) {
        this.registrations = domain.registrations();
        this.answers = answers;
    }

    @PUT
    @Path(PACKAGE + ATTEMPT)
    @APIResponse(
            responseCode = "409",
            description = "The attempt was undone, or a later one has begun: ATTEMPT_OVERTAKEN.")
    public Uni<Package> register(String packageId, @Min(1) int attempt, @Valid Registration asked) {
        return registrations.register(packageId, attempt, asked).map(Problems::granted);
    }

    @PUT
    @Path(PACKAGES)
    public Uni<Answers<Package>> registerAll(@Valid Calls<Call<Registration>> asked) {
        return answers.of(asked, call -> registrations
                .register(call.deliveryId(), call.attempt(), call.body())
                .map(Problems::granted));
    }

    @DELETE
    @Path(PACKAGE + ATTEMPT)
    public Uni<Void> undo(String packageId, @Min(1) int attempt) {
        return registrations.undo(packageId, attempt);
    }

    @GET
    @Path(PACKAGE)
    public Uni<Package> find(String packageId) {
        return registrations
                .find(packageId)
                .map(known -> Problems.found(known, "There is no package " + packageId + "."));
    }
}
