package io.dronedelivery.drone.registry;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.FleetId;
import io.dronedelivery.drone.registry.domain.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** The bases, where drones stand and are charged. */
@Path("/bases/{baseId}")
@RolesAllowed(Scope.OPERATOR)
class BasesResource {
    private final Registry registry;

    BasesResource(Registry registry) {
        this.registry = registry;
    }

    @PUT
    public Uni<Base> put(@FleetId String baseId, @Valid Base base) {
        return registry.keep(baseId, base).replaceWith(base);
    }

    @GET
    public Uni<Base> get(String baseId) {
        return registry.base(baseId).map(base -> Problems.found(base, "there is no base " + baseId));
    }
}
