package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.Operator;
import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.supervisor.domain.compensation.Workflow;
import io.dronedelivery.supervisor.domain.watch.Alert;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Status;
import io.dronedelivery.supervisor.domain.watch.Alerts;
import io.dronedelivery.supervisor.domain.watch.Alerts.Acted;
import io.dronedelivery.supervisor.domain.watch.Alerts.Report;
import io.dronedelivery.supervisor.domain.watch.Watched.Search;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operators' API of the watch: what needs a person, what one did about it, and how a request stands. */
@Path("/operations")
// Else an act without a body, and so without its type, is taken for binary data.
@Consumes(MediaType.APPLICATION_JSON)
class AlertResource {
    private static final int LIMIT_MAX = 200;
    private static final int CONFLICT = 409;

    private final Alerts alerts;
    private final DeliveryWorkflows workflows;

    AlertResource(Alerts alerts, DeliveryWorkflows workflows) {
        this.alerts = alerts;
        this.workflows = workflows;
    }

    /** An alert with what is being undone of its delivery. */
    record Detail(Alert alert, List<Workflow> compensations) {}

    /** The body of an act. */
    record Note(@Nullable String note) {}

    @GET
    @Path("/alerts")
    public Uni<Alerts.Page> list(
            @Parameter(schema = @Schema(implementation = Status.class)) @RestQuery Optional<String> status,
            @Parameter(schema = @Schema(implementation = Kind.class)) @RestQuery Optional<String> kind,
            @RestQuery Optional<String> cursor,
            @Parameter(schema = @Schema(minimum = "1", maximum = "200")) @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Problems.invalid("limit", "must be 1 to " + LIMIT_MAX + ", but is " + limit);
        }
        return alerts.list(new Search(
                status.map(name -> named("status", name, Status.values())),
                kind.map(name -> named("kind", name, Kind.values())),
                cursor.map(AlertResource::number).orElse(Long.MAX_VALUE),
                limit));
    }

    private static <E extends Enum<E>> E named(String field, String name, E[] all) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problems.invalid(field, "must be one of " + Arrays.toString(all) + ", but is " + name));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException foreign) {
            throw Problems.invalid("cursor", "must be the \"next\" of a page, but is " + cursor);
        }
    }

    @GET
    @Path("/alerts/{id}")
    public Uni<Detail> find(@RestPath String id) {
        return alerts.find(id)
                .map(found -> found.orElseThrow(() -> unknown("alert", id)))
                .chain(alert -> workflows.of(alert.deliveryId()).map(all -> new Detail(alert, all)));
    }

    @POST
    @Path("/alerts/{id}/redrive")
    @APIResponse(responseCode = "409", description = "It is not in a state in which that can be done.")
    public Uni<Alert> redrive(
            @RestPath String id, @RestHeader(Operator.HEADER) @Nullable String operator, @Nullable Note body) {
        String note = body == null ? null : Notes.optional(body.note());
        return alerts.redrive(id, Operator.named(operator), note).map(acted -> answer(acted, id));
    }

    @POST
    @Path("/alerts/{id}/resolution")
    @APIResponse(responseCode = "409", description = "It is not in a state in which that can be done.")
    public Uni<Alert> resolve(@RestPath String id, @RestHeader(Operator.HEADER) @Nullable String operator, Note body) {
        String note = Notes.required(body.note());
        return alerts.resolve(id, Operator.named(operator), note).map(acted -> answer(acted, id));
    }

    private static Alert answer(Acted acted, String id) {
        return switch (acted) {
            case Alerts.Done(Alert alert) -> alert;
            case Alerts.NotPossible(String why) ->
                throw new ProblemException(Problems.of(CONFLICT, "NOT_POSSIBLE", why));
            case Alerts.Unknown _ -> throw unknown("alert", id);
        };
    }

    @GET
    @Path("/requests/{requestId}")
    public Uni<Report> request(@RestPath String requestId) {
        return alerts.request(requestId).map(found -> found.orElseThrow(() -> unknown("request", requestId)));
    }

    private static ProblemException unknown(String what, String id) {
        return new ProblemException(Refusal.NOT_FOUND, "There is no " + what + " " + id + ".");
    }
}
