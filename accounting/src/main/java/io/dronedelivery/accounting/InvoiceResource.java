package io.dronedelivery.accounting;

import static io.dronedelivery.contracts.InternalPaths.INVOICE;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Invoices;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.accounting.Charges.Invoice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestQuery;

/** What accounts were charged, by month. */
@Path(INVOICE)
@RolesAllowed(Scope.SERVICE)
class InvoiceResource {
    private static final String MONTH = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$";
    private static final String MONTH_RULE = "must be a month such as 2026-11, but is ${validatedValue}";

    private final Invoices invoices;

    InvoiceResource(AccountingDomain domain) {
        this.invoices = domain.invoices();
    }

    @GET
    public Uni<Invoice> invoice(
            String accountId, @RestQuery @NotNull @Pattern(regexp = MONTH, message = MONTH_RULE) String month) {
        return invoices.invoice(accountId, YearMonth.parse(month))
                .map(invoice -> Problems.found(invoice, "There is no account " + accountId + "."));
    }
}
