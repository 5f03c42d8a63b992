package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.supervisor.domain.compensation.Compensations;
import io.dronedelivery.supervisor.domain.compensation.Page;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.dronedelivery.supervisor.domain.compensation.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The operators' API: what is being undone, what can't be, and another try. */
@Path("/operations/compensations")
class CompensationResource {
    private static final int LIMIT_MAX = 200;
    private static final String ATTEMPT = "/{deliveryId}/{attempt}";

    private final Compensations compensations;

    CompensationResource(Compensations compensations) {
        this.compensations = compensations;
    }

    @GET
    public Uni<Page> list(
            @RestQuery Optional<String> status,
            @RestQuery Optional<String> cursor,
            @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Problems.invalid("limit", "must be 1 to " + LIMIT_MAX + ", but is " + limit);
        }
        return compensations.list(
                status.map(CompensationResource::status),
                cursor.map(CompensationResource::number).orElse(Long.MAX_VALUE),
                limit);
    }

    private static Status status(String name) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "status", "must be one of " + Arrays.toString(Status.values()) + ", but is " + name));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException foreign) {
            throw Problems.invalid("cursor", "must be the \"next\" of a page, but is " + cursor);
        }
    }

    @GET
    @Path(ATTEMPT)
    public Uni<Workflow> find(String deliveryId, int attempt) {
        return compensations
                .find(deliveryId, attempt)
                .map(found -> found.orElseThrow(() -> unknown(deliveryId, attempt)));
    }

    @POST
    @Path(ATTEMPT + "/retry")
    public Uni<Void> retry(String deliveryId, int attempt) {
        return compensations.retry(deliveryId, attempt).map(retry -> switch (retry) {
            case DUE_NOW -> null;
            case NOT_PARKED ->
                throw new ProblemException(Problems.of(
                        409, "NOT_PARKED", "The compensation is not parked: it goes on by itself, or is finished."));
            case UNKNOWN -> throw unknown(deliveryId, attempt);
        });
    }

    private static ProblemException unknown(String deliveryId, int attempt) {
        return new ProblemException(
                Refusal.NOT_FOUND,
                "There is no compensation of attempt " + attempt + " at the delivery " + deliveryId + ".");
    }
}
