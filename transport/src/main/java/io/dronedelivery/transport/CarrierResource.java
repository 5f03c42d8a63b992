package io.dronedelivery.transport;

import static io.dronedelivery.contracts.InternalPaths.CALLBACKS;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.transport.domain.Bookings;
import io.dronedelivery.transport.domain.TransportDomain;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.logging.Logger;

/** Where carriers report. */
@Path(CALLBACKS)
class CarrierResource {
    private static final Logger log = Logger.getLogger(CarrierResource.class);

    private final Bookings bookings;

    CarrierResource(TransportDomain domain) {
        this.bookings = domain.bookings();
    }

    @POST
    public Uni<Void> report(String carrier, Shipments.Callback report) {
        return bookings.report(carrier, report)
                .invoke(() -> log.infof(
                        "carrier reported carrier=%s reference=%s stage=%s",
                        carrier, report.reference(), report.stage()))
                .map(Problems::granted)
                .replaceWithVoid();
    }
}
