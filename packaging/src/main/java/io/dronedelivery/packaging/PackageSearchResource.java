package io.dronedelivery.packaging;

import static io.dronedelivery.contracts.InternalPaths.PACKAGES;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.packaging.PackageSearch.Answer;
import io.dronedelivery.contracts.packaging.PackageSearch.Query;
import io.dronedelivery.packaging.domain.PackagingDomain;
import io.dronedelivery.packaging.domain.Registrations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Many packages at once, for the gateway. */
@Path(PACKAGES + SEARCH)
@RolesAllowed(Scope.SERVICE)
class PackageSearchResource {
    private final Registrations registrations;

    PackageSearchResource(PackagingDomain domain) {
        this.registrations = domain.registrations();
    }

    @POST
    public Uni<Answer> search(@Valid Query query) {
        return registrations.search(query.accountId(), query.packageIds()).map(Answer::new);
    }
}
