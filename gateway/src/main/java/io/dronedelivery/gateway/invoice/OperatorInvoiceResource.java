package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.gateway.invoice.InvoiceAnswers.MONTH;
import static io.dronedelivery.gateway.invoice.InvoiceAnswers.MONTH_RULE;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.contracts.access.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The invoices of any account, for operators. */
@Path("/operations/v1/accounts/{accountId}/invoices/{month}")
@RolesAllowed(Scope.OPERATOR)
class OperatorInvoiceResource {
    private static final String ID_RULE = "must be 1 to 64 letters, digits, - or _";

    private final InvoiceAnswers answers;

    OperatorInvoiceResource(InvoiceAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Invoice> json(
            @Pattern(regexp = Caller.ACCOUNT_ID, message = ID_RULE) String accountId,
            @Pattern(regexp = MONTH, message = MONTH_RULE) String month) {
        return answers.json(accountId, month);
    }

    @GET
    @Produces(InvoiceAnswers.PDF)
    public Uni<RestResponse<byte[]>> pdf(
            @Pattern(regexp = Caller.ACCOUNT_ID, message = ID_RULE) String accountId,
            @Pattern(regexp = MONTH, message = MONTH_RULE) String month) {
        return answers.pdf(accountId, month);
    }
}
