package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Invoices;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Invoice;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What accounts were charged, by month. */
@Path("/invoices/{accountId}")
class InvoiceResource {
    private final Invoices invoices;

    InvoiceResource(AccountingDomain domain) {
        this.invoices = domain.invoices();
    }

    @GET
    public Uni<Invoice> invoice(
            @PathParam("accountId") String accountId,
            @Parameter(required = true, schema = @Schema(pattern = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$"))
                    @QueryParam("month")
                    @Nullable
                    String month) {
        return invoices.invoice(accountId, Parameters.month(month))
                .map(invoice -> invoice.orElseThrow(
                        () -> new ProblemException(Refusal.NOT_FOUND, "There is no account " + accountId + ".")));
    }
}
