package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;

import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service drone. */
@Path(RESERVATION + ATTEMPT)
@RegisterRestClient(configKey = "drone")
interface DroneClient {

    @PUT
    Uni<Reservation> reserve(@RestPath String deliveryId, @RestPath int attempt, ReservationRequest request);
}
