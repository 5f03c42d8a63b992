package io.dronedelivery.chassis.calls;

import io.dronedelivery.contracts.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** For operators: how the calls to other services stand. */
@Path("/operations/downstreams")
@RolesAllowed(Scope.OPERATOR)
public class DownstreamsResource {
    private final Downstreams downstreams;

    DownstreamsResource(Downstreams downstreams) {
        this.downstreams = downstreams;
    }

    /** One for each service that this one calls. */
    @GET
    public List<DownstreamStatus> all() {
        return downstreams.all();
    }
}
