package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.Invoices;
import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Invoice;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What accounts were charged, by month. */
@Path("/invoices/{accountId}")
class InvoiceResource {
    private final Invoices invoices;

    InvoiceResource(Invoices invoices) {
        this.invoices = invoices;
    }

    @GET
    public Uni<Invoice> invoice(@PathParam("accountId") String accountId, @QueryParam("month") @Nullable String month) {
        return invoices.invoice(accountId, month(month))
                .map(invoice -> invoice.orElseThrow(
                        () -> new ProblemException(Refusal.NOT_FOUND, "There is no account " + accountId + ".")));
    }

    private static YearMonth month(@Nullable String month) {
        try {
            return YearMonth.parse(Required.part(month, "month"));
        } catch (DateTimeParseException malformed) {
            throw Problems.invalid("month", "must be a month such as 2026-11, but is " + month);
        }
    }
}
