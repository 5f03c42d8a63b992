package io.dronedelivery.chassis.access;

import io.dronedelivery.contracts.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

@Path("/guarded")
class GuardedResource {

    @GET
    @Path("/account")
    @RolesAllowed(Scope.CUSTOMER)
    public String account(@Context SecurityContext security) {
        return Caller.account(security);
    }

    @GET
    @Path("/subject")
    @RolesAllowed({Scope.OPERATOR, Scope.DRONE})
    public String subject(@Context SecurityContext security) {
        return Caller.subject(security);
    }

    /** Says nothing of who may call it. */
    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "secret";
    }
}
