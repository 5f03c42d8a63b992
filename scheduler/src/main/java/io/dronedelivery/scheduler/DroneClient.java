package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.contracts.InternalPaths.RESERVATIONS;

import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service drone. */
@Path("/")
@RegisterRestClient(configKey = "drone")
interface DroneClient {

    @PUT
    @Path(RESERVATION + ATTEMPT)
    Uni<Reservation> reserve(@RestPath String deliveryId, @RestPath int attempt, ReservationRequest request);

    @PUT
    @Path(RESERVATIONS)
    Uni<Answers<Reservation>> reserveAll(Calls<Call<ReservationRequest>> all);
}
