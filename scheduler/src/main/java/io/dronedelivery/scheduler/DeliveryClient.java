package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.OPENING;
import static io.dronedelivery.contracts.InternalPaths.OPENINGS;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULE;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULES;

import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.delivery.Attempts.Opened;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.OpeningCall;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service delivery. */
@Path("/")
@RegisterRestClient(configKey = "delivery")
interface DeliveryClient {

    @PUT
    @Path(DELIVERY + OPENING)
    Uni<Opening> open(@RestPath String deliveryId, @RestPath String requestId, DeliveryRequest request);

    @PUT
    @Path(DELIVERY + ATTEMPT + SCHEDULE)
    Uni<Void> schedule(@RestPath String deliveryId, @RestPath int attempt, Schedule schedule);

    @PUT
    @Path(OPENINGS)
    Uni<Answers<Opened>> openAll(Calls<OpeningCall> all);

    @PUT
    @Path(SCHEDULES)
    Uni<Answers<Void>> scheduleAll(Calls<Call<Schedule>> all);
}
