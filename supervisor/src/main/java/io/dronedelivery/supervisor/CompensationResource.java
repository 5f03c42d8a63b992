package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.supervisor.domain.compensation.Compensations;
import io.dronedelivery.supervisor.domain.compensation.Inspection;
import io.dronedelivery.supervisor.domain.compensation.Page;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The operators' API: what is being undone, and what can't be. */
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
            @Parameter(schema = @Schema(implementation = Status.class)) @RestQuery Optional<String> status,
            @RestQuery Optional<String> cursor,
            @Parameter(schema = @Schema(minimum = "1", maximum = "200")) @RestQuery @DefaultValue("50") int limit) {
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
    public Uni<Inspection> find(String deliveryId, int attempt) {
        return compensations
                .find(deliveryId, attempt)
                .map(found -> found.orElseThrow(() -> unknown(deliveryId, attempt)));
    }

    static ProblemException unknown(String deliveryId, int attempt) {
        return new ProblemException(
                Refusal.NOT_FOUND,
                "There is no compensation of attempt " + attempt + " at the delivery " + deliveryId + ".");
    }
}
