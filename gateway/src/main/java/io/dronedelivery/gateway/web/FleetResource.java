package io.dronedelivery.gateway.web;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The bases and drones, for a map and a list. */
@Path("/web/v1/fleet")
@RolesAllowed(Scope.OPERATOR)
class FleetResource {
    private final OperatorServices services;
    private final OperatorClients.Drone drone;

    FleetResource(OperatorServices services, @RestClient OperatorClients.Drone drone) {
        this.services = services;
        this.drone = drone;
    }

    @GET
    public Uni<Fleet> fleet(
            @Context SecurityContext security,
            @RestQuery @Nullable String base,
            @RestQuery @Nullable Availability availability) {
        String token = Caller.bearer(security);
        String wanted = availability == null ? null : availability.name();
        return services.of("drone")
                .find(() -> drone.fleet(token, base, wanted))
                .map(found -> Fleet.of(
                        found.orElseThrow(() -> new RemoteFailure("The service drone does not know its fleet."))));
    }
}
