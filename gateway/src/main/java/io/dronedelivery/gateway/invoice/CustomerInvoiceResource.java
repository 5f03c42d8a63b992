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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.RestResponse;

/** A customer's own invoices. */
@Path("/api/v2/invoices/{month}")
@RolesAllowed(Scope.CUSTOMER)
class CustomerInvoiceResource {
    private final InvoiceAnswers answers;

    CustomerInvoiceResource(InvoiceAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Invoice> json(
            @Context SecurityContext security, @Pattern(regexp = MONTH, message = MONTH_RULE) String month) {
        return answers.json(Caller.account(security), month);
    }

    @GET
    @Produces(InvoiceAnswers.PDF)
    public Uni<RestResponse<byte[]>> pdf(
            @Context SecurityContext security, @Pattern(regexp = MONTH, message = MONTH_RULE) String month) {
        return answers.pdf(Caller.account(security), month);
    }
}
