package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.Act;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.compensation.domain.operations.ActResult;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationOperations;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationView;
import io.dronedelivery.supervisor.shared.OperatorNote;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operators' API: what is being undone, what can't be, and what operators do about it. */
@Path("/operations/compensations")
@RolesAllowed(Scope.OPERATOR)
// Without this, a request that has no body, and so no content type, counts as binary data.
@Consumes(MediaType.APPLICATION_JSON)
class CompensationResource {
    private static final String ATTEMPT = "/{deliveryId}/{attempt}";
    private static final String WRONG_STATE = "It is not in a state in which that can be done.";
    private static final Set<Remedy> DECISIONS =
            EnumSet.of(Remedy.PARCEL_RECOVERED, Remedy.HANDED_OVER, Remedy.RETURNED, Remedy.GIVE_UP);

    private final CompensationOperations operations;

    CompensationResource(Compensations compensations, InstantSource clock) {
        this.operations = new CompensationOperations(compensations, clock);
    }

    record CompensationPage(
            List<Compensation> compensations, @Nullable String next) {}

    /** The body of an edit: what is still to be undone; the rest is settled by hand. */
    record Edit(Set<@Nullable Step> steps, @Nullable String note) {}

    /** The body of a decision on a parcel that a failed flight had picked up. */
    record Decision(Remedy remedy, @Nullable String note) {}

    @GET
    public Uni<CompensationPage> list(
            @RestQuery Optional<Status> status,
            @RestQuery Optional<Long> cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return operations
                .list(status, cursor.orElse(Long.MAX_VALUE), limit)
                .map(page -> new CompensationPage(page.items(), page.next()));
    }

    @GET
    @Path(ATTEMPT)
    public Uni<CompensationView> find(String deliveryId, int attempt) {
        return operations.find(deliveryId, attempt).map(found -> found.orElseThrow(() -> unknown(deliveryId, attempt)));
    }

    @POST
    @Path(ATTEMPT + "/retry")
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Uni<Void> retry(
            String deliveryId, int attempt, @Context SecurityContext security, @Nullable OperatorNote body) {
        return act(deliveryId, attempt, security, new Act.Retry(OperatorNote.of(body)));
    }

    @PUT
    @Path(ATTEMPT + "/steps")
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Uni<Void> edit(String deliveryId, int attempt, @Context SecurityContext security, Edit edit) {
        Act act = new Act.Edit(steps(edit.steps()), OperatorNote.required(edit.note()));
        return act(deliveryId, attempt, security, act);
    }

    @POST
    @Path(ATTEMPT + "/resolution")
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Uni<Void> resolve(String deliveryId, int attempt, @Context SecurityContext security, OperatorNote body) {
        return act(deliveryId, attempt, security, new Act.Resolve(OperatorNote.required(body.note())));
    }

    @POST
    @Path(ATTEMPT + "/decision")
    @APIResponse(responseCode = "409", description = WRONG_STATE)
    public Uni<Void> decide(String deliveryId, int attempt, @Context SecurityContext security, Decision decision) {
        Act act = new Act.Decide(remedy(decision.remedy()), OperatorNote.required(decision.note()));
        return act(deliveryId, attempt, security, act);
    }

    private Uni<Void> act(String deliveryId, int attempt, SecurityContext security, Act act) {
        return operations
                .act(deliveryId, attempt, Caller.subject(security), act)
                .map(result -> switch (result) {
                    case ActResult.Done _ -> null;
                    case ActResult.NotPossible refused -> throw notPossible(refused);
                    case ActResult.NotToUndo(var wrong, var toUndo) ->
                        throw Problems.invalid("/steps", "must be of " + toUndo + ", but has " + wrong);
                    case ActResult.Unknown _ -> throw unknown(deliveryId, attempt);
                });
    }

    private static ProblemException notPossible(ActResult.NotPossible refused) {
        Object possible = refused.possible().isEmpty() ? "nothing" : refused.possible();
        String detail = "The compensation is " + refused.status() + "; what can be done to it now: " + possible + ".";
        return new ProblemException(Problems.of(409, "WRONG_STATE", detail));
    }

    private static Set<Step> steps(Set<@Nullable Step> given) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        for (Step step : given) {
            if (step == null) {
                throw Problems.invalid("/steps", "is required");
            }
            steps.add(step);
        }
        return steps;
    }

    private static Remedy remedy(Remedy remedy) {
        if (!DECISIONS.contains(remedy)) {
            throw Problems.invalid("/remedy", "must be one of " + DECISIONS + ", but is " + remedy);
        }
        return remedy;
    }

    private static ProblemException unknown(String deliveryId, int attempt) {
        return new ProblemException(
                Refusal.NOT_FOUND,
                "There is no compensation of attempt " + attempt + " at the delivery " + deliveryId + ".");
    }
}
