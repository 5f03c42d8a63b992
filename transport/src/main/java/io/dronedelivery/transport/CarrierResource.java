package io.dronedelivery.transport;

import static io.dronedelivery.contracts.InternalPaths.CALLBACKS;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.transport.domain.Bookings;
import io.dronedelivery.transport.domain.TransportDomain;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.logging.Logger;

/** Where carriers report. */
@Path(CALLBACKS)
@RolesAllowed(Scope.CARRIER)
class CarrierResource {
    private static final Logger log = Logger.getLogger(CarrierResource.class);

    private final Bookings bookings;

    CarrierResource(TransportDomain domain) {
        this.bookings = domain.bookings();
    }

    @POST
    public Uni<Void> report(@Context SecurityContext security, String carrier, Shipments.Callback report) {
        if (!Caller.subject(security).equals(carrier)) {
            throw new ProblemException(Refusal.NOT_FOUND, "There is no such carrier for this token.");
        }
        return bookings.report(carrier, report)
                .invoke(() -> log.infof(
                        "carrier reported carrier=%s reference=%s stage=%s",
                        carrier, report.reference(), report.stage()))
                .map(Problems::granted)
                .replaceWithVoid();
    }
}
