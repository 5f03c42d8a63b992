package io.dronedelivery.accounting;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CHARGE;
import static io.dronedelivery.contracts.InternalPaths.CHARGES;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Holds;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.BatchAnswers;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The money of deliveries: held by the scheduler, given back by the supervisor. */
@Path("/")
@RolesAllowed(Scope.SERVICE)
class ChargeResource {
    private final Holds holds;
    private final BatchAnswers answers;

    ChargeResource(AccountingDomain domain, BatchAnswers answers) {
        this.holds = domain.holds();
        this.answers = answers;
    }

    @PUT
    @Path(CHARGE + ATTEMPT)
    @APIResponse(
            responseCode = "409",
            description = "The attempt was undone, or a later one has begun: ATTEMPT_OVERTAKEN.")
    @APIResponse(
            responseCode = "422",
            description =
                    "The account can't pay: ACCOUNT_UNKNOWN, ACCOUNT_SUSPENDED, CURRENCY_MISMATCH or INSUFFICIENT_FUNDS.")
    public Uni<Charge> hold(String deliveryId, @Min(1) int attempt, @Valid Hold asked) {
        return holds.hold(deliveryId, attempt, asked).map(Problems::granted);
    }

    @PUT
    @Path(CHARGES)
    public Uni<Answers<Charge>> holdAll(@Valid Calls<Call<Hold>> asked) {
        return answers.of(asked, call -> holds.hold(call.deliveryId(), call.attempt(), call.body())
                .map(Problems::granted));
    }

    @DELETE
    @Path(CHARGE + ATTEMPT)
    public Uni<Void> undo(String deliveryId, @Min(1) int attempt) {
        return holds.undo(deliveryId, attempt);
    }

    @GET
    @Path(CHARGE)
    public Uni<Charge> find(String deliveryId) {
        return holds.find(deliveryId)
                .map(charge -> Problems.found(charge, "Nothing was ever held for delivery " + deliveryId + "."));
    }
}
