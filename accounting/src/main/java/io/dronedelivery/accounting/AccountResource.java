package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Customers;
import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Accounts, as operators keep them. */
@Path("/accounts/{accountId}")
@RolesAllowed(Scope.OPERATOR)
class AccountResource {
    private static final String ID_RULE = "must be 1 to 64 letters, digits, - or _";

    private final Customers customers;

    AccountResource(AccountingDomain domain) {
        this.customers = domain.customers();
    }

    @PUT
    @APIResponse(
            responseCode = "422",
            description = "The account is kept in another currency for good: CURRENCY_MISMATCH.")
    public Uni<Account> keep(
            @Pattern(regexp = Caller.ACCOUNT_ID, message = ID_RULE) String accountId, @Valid Terms terms) {
        return customers.keep(accountId, terms).map(Problems::granted);
    }

    @GET
    public Uni<Account> find(String accountId) {
        return customers.find(accountId).map(known -> Problems.found(known, "There is no account " + accountId + "."));
    }
}
