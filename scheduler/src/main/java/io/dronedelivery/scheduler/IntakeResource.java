package io.dronedelivery.scheduler;

import io.dronedelivery.contracts.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** For operators: whether new requests are taken; also as the metric <code>intake.paused</code>, 0 or 1. */
@Path("/operations/intake")
@RolesAllowed(Scope.OPERATOR)
class IntakeResource {
    private final CircuitGate gate;

    IntakeResource(CircuitGate gate) {
        this.gate = gate;
    }

    @GET
    public IntakeStatus standing() {
        return gate.standing();
    }
}
