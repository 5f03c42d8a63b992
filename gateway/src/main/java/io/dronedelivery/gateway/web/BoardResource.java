package io.dronedelivery.gateway.web;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.contracts.access.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The first page of the console: how the system stands. */
@Path("/web/v1/board")
@RolesAllowed(Scope.OPERATOR)
class BoardResource {
    private final OperatorServices services;
    private final OperatorClients.Delivery delivery;
    private final OperatorClients.Drone drone;
    private final OperatorClients.Scheduler scheduler;
    private final OperatorClients.Supervisor supervisor;

    BoardResource(
            OperatorServices services,
            @RestClient OperatorClients.Delivery delivery,
            @RestClient OperatorClients.Drone drone,
            @RestClient OperatorClients.Scheduler scheduler,
            @RestClient OperatorClients.Supervisor supervisor) {
        this.services = services;
        this.delivery = delivery;
        this.drone = drone;
        this.scheduler = scheduler;
        this.supervisor = supervisor;
    }

    @GET
    public Uni<Board> board(@Context SecurityContext security) {
        String token = Caller.bearer(security);
        return Uni.combine()
                .all()
                .unis(
                        services.of("delivery").part(() -> delivery.counts(token)),
                        services.of("drone").part(() -> drone.counts(token)),
                        services.of("scheduler").part(() -> scheduler.intake(token)),
                        services.of("supervisor").part(() -> supervisor.counts(token)),
                        services.circuits(token))
                .with(Board::of);
    }
}
