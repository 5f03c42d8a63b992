package io.dronedelivery.drone.mission;

import static io.dronedelivery.contracts.InternalPaths.MISSIONS;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.MissionSearch.Answer;
import io.dronedelivery.contracts.drone.MissionSearch.Query;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The drones of many deliveries at once, for the gateway. */
@Path(MISSIONS + SEARCH)
@RolesAllowed(Scope.SERVICE)
class MissionsResource {
    private final PgOrderedMissions missions;

    MissionsResource(PgOrderedMissions missions) {
        this.missions = missions;
    }

    @POST
    public Uni<Answer> search(@Valid Query query) {
        return missions.of(query.deliveryIds()).map(Answer::new);
    }
}
