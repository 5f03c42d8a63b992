package io.dronedelivery.drone.reservation;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RECALL;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.contracts.InternalPaths.RESERVATIONS;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.BatchAnswers;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FleetId;
import io.dronedelivery.drone.reservation.domain.Reservations;
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

/** The best drone for a delivery, held and let go. */
@Path("/")
@RolesAllowed(Scope.SERVICE)
class ReservationsResource {
    private static final Logger log = Logger.getLogger(ReservationsResource.class);

    private final Reservations reservations;
    private final BatchAnswers answers;

    ReservationsResource(Reservations reservations, BatchAnswers answers) {
        this.reservations = reservations;
        this.answers = answers;
    }

    @PUT
    @Path(RESERVATION + ATTEMPT)
    @APIResponse(
            responseCode = "409",
            description =
                    "A later attempt has begun, or the parcel flies already: ATTEMPT_OVERTAKEN or ALREADY_PICKED_UP.")
    @APIResponse(
            responseCode = "422",
            description = "No drone can: TOO_HEAVY_FOR_DRONES, OUT_OF_DRONE_RANGE or NO_DRONE_IN_TIME.")
    public Uni<Reservation> put(@FleetId String deliveryId, @Min(1) int attempt, @Valid ReservationRequest request) {
        return reserve(deliveryId, attempt, request);
    }

    @PUT
    @Path(RESERVATIONS)
    public Uni<Answers<Reservation>> putAll(@Valid Calls<Call<ReservationRequest>> requests) {
        return answers.of(requests, call -> reserve(call.deliveryId(), call.attempt(), call.body()));
    }

    private Uni<Reservation> reserve(String deliveryId, int attempt, ReservationRequest request) {
        return reservations
                .reserve(deliveryId, attempt, request)
                .invoke(outcome -> tell(deliveryId, attempt, outcome))
                .map(Problems::granted);
    }

    @DELETE
    @Path(RESERVATION + ATTEMPT)
    public Uni<Void> delete(@FleetId String deliveryId, @Min(1) int attempt) {
        return reservations
                .release(deliveryId, attempt)
                .invoke(() -> log.debugf("drone released delivery=%s attempt=%d", deliveryId, attempt));
    }

    @PUT
    @Path(RESERVATION + ATTEMPT + RECALL)
    public Uni<Void> recall(@FleetId String deliveryId, @Min(1) int attempt) {
        return reservations
                .recall(deliveryId, attempt)
                .invoke(() -> log.infof("drone recalled delivery=%s attempt=%d", deliveryId, attempt));
    }

    @GET
    @Path(RESERVATION)
    public Uni<Reservation> get(String deliveryId) {
        return reservations.find(deliveryId).map(held -> Problems.found(held, "no drone is held for " + deliveryId));
    }

    private static void tell(String deliveryId, int attempt, Outcome<Reservation> outcome) {
        switch (outcome) {
            case Granted<Reservation>(Reservation held) ->
                log.debugf("drone reserved delivery=%s attempt=%d drone=%s", deliveryId, attempt, held.droneId());
            case Refused<Reservation>(Refusal code, String _) ->
                log.debugf("no drone reserved delivery=%s attempt=%d because=%s", deliveryId, attempt, code);
        }
    }
}
