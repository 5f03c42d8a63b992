package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.shared.OperatorNote;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Search;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations.ActResult;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations.Report;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operators' API of the watch: the alerts, what operators do about them, and how a request stands. */
@Path("/operations")
@RolesAllowed(Scope.OPERATOR)
// Without this, a request that has no body, and so no content type, counts as binary data.
@Consumes(MediaType.APPLICATION_JSON)
class AlertResource {
    private static final String WRONG_STATE = "It is not in a state in which that can be done.";

    private final AlertOperations alerts;
    private final Compensations compensations;

    AlertResource(WatchedDeliveries watched, Compensations compensations, InstantSource clock) {
        this.alerts = new AlertOperations(watched, clock);
        this.compensations = compensations;
    }

    record AlertPage(List<Alert> alerts, @Nullable String next) {}

    /** An alert, with the compensations of its delivery. */
    record Detail(Alert alert, List<Compensation> compensations) {}

    @GET
    @Path("/alerts")
    public Uni<AlertPage> list(
            @RestQuery Optional<Status> status,
            @RestQuery Optional<Kind> kind,
            @RestQuery Optional<Long> cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return alerts.list(new Search(status, kind, cursor.orElse(Long.MAX_VALUE), limit))
                .map(page -> new AlertPage(page.items(), page.next()));
    }

    @GET
    @Path("/alerts/{id}")
    public Uni<Detail> find(String id) {
        return alerts.find(id)
                .map(found -> found.orElseThrow(() -> unknown("alert", id)))
                .chain(alert -> compensations.ofDelivery(alert.deliveryId()).map(all -> new Detail(alert, all)));
    }

    @POST
    @Path("/alerts/{id}/redrive")
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Uni<Alert> redrive(String id, @Context SecurityContext security, @Nullable OperatorNote body) {
        return alerts.redrive(id, Caller.subject(security), OperatorNote.of(body))
                .map(result -> answer(result, id));
    }

    @POST
    @Path("/alerts/{id}/resolution")
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Uni<Alert> resolve(String id, @Context SecurityContext security, OperatorNote body) {
        return alerts.resolve(id, Caller.subject(security), OperatorNote.required(body.note()))
                .map(result -> answer(result, id));
    }

    private static Alert answer(ActResult result, String id) {
        return switch (result) {
            case AlertOperations.Done(Alert alert) -> alert;
            case AlertOperations.NotPossible(String why) ->
                throw new ProblemException(Problems.of(409, "NOT_POSSIBLE", why));
            case AlertOperations.Unknown _ -> throw unknown("alert", id);
        };
    }

    @GET
    @Path("/requests/{requestId}")
    public Uni<Report> request(String requestId) {
        return alerts.request(requestId).map(found -> found.orElseThrow(() -> unknown("request", requestId)));
    }

    private static ProblemException unknown(String what, String id) {
        return new ProblemException(Refusal.NOT_FOUND, "There is no " + what + " " + id + ".");
    }
}
