package io.dronedelivery.transport;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.SHIPMENT;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.transport.domain.Bookings;
import io.dronedelivery.transport.domain.TransportDomain;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;

/** The internal API: book, cancel and look up shipments. */
@Path(SHIPMENT)
@RolesAllowed(Scope.SERVICE)
class ShipmentResource {
    private static final Logger log = Logger.getLogger(ShipmentResource.class);

    private final Bookings bookings;

    ShipmentResource(TransportDomain domain) {
        this.bookings = domain.bookings();
    }

    @PUT
    @Path(ATTEMPT)
    @APIResponse(
            responseCode = "409",
            description = "The attempt was undone, or a later one has begun: ATTEMPT_OVERTAKEN.")
    @APIResponse(responseCode = "422", description = "No carrier takes it: NO_CARRIER.")
    public Uni<Shipment> book(String deliveryId, @Min(1) int attempt, @Valid Booking booking) {
        return bookings.book(deliveryId, attempt, booking)
                .invoke(outcome ->
                        log.infof("booking answered delivery=%s attempt=%d answer=%s", deliveryId, attempt, outcome))
                .map(Problems::granted);
    }

    @DELETE
    @Path(ATTEMPT)
    public Uni<Void> undo(String deliveryId, int attempt) {
        return bookings.undo(deliveryId, attempt)
                .invoke(() -> log.infof("shipment undone delivery=%s attempt=%d", deliveryId, attempt));
    }

    @GET
    public Uni<Shipment> find(String deliveryId) {
        return bookings.find(deliveryId)
                .map(found -> Problems.found(found, "There is no shipment for the delivery " + deliveryId + "."));
    }
}
