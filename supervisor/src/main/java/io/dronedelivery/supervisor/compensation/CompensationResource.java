package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.CompensationOperations;
import io.dronedelivery.supervisor.compensation.domain.CompensationView;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.shared.ListQuery;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operators' API: what is being undone, and what can't be. */
@Path("/operations/compensations")
class CompensationResource {
    private final CompensationOperations operations;

    CompensationResource(CompensationOperations operations) {
        this.operations = operations;
    }

    /** One page of the list. */
    record CompensationPage(
            List<Compensation> compensations, @Nullable String next) {}

    @GET
    public Uni<CompensationPage> list(
            @Parameter(schema = @Schema(implementation = Status.class)) @RestQuery Optional<String> status,
            @RestQuery Optional<String> cursor,
            @Parameter(schema = @Schema(minimum = "1", maximum = "200")) @RestQuery @DefaultValue("50") int limit) {
        return operations
                .list(
                        ListQuery.oneOf("status", status, Status.values()),
                        ListQuery.cursor(cursor, Long.MAX_VALUE),
                        ListQuery.limit(limit, ListQuery.LIMIT_MAX))
                .map(page -> new CompensationPage(page.items(), page.next()));
    }

    @GET
    @Path("/{deliveryId}/{attempt}")
    public Uni<CompensationView> find(String deliveryId, int attempt) {
        return operations.find(deliveryId, attempt).map(found -> found.orElseThrow(() -> unknown(deliveryId, attempt)));
    }

    static ProblemException unknown(String deliveryId, int attempt) {
        return new ProblemException(
                Refusal.NOT_FOUND,
                "There is no compensation of attempt " + attempt + " at the delivery " + deliveryId + ".");
    }
}
