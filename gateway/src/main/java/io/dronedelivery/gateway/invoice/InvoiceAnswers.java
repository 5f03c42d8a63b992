package io.dronedelivery.gateway.invoice;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Invoices in the forms that clients ask for. */
@Singleton
class InvoiceAnswers {
    static final String PDF = "application/pdf";
    static final String MONTH = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$";
    static final String MONTH_RULE = "must be a month such as 2026-11, but is ${validatedValue}";

    private final Invoices invoices;

    InvoiceAnswers(Invoices invoices) {
        this.invoices = invoices;
    }

    Uni<Invoice> json(String accountId, String month) {
        return invoices.invoice(accountId, YearMonth.parse(month));
    }

    /** To be saved under a name. It is written by a worker: a long one would hold up other requests. */
    Uni<RestResponse<byte[]>> pdf(String accountId, String month) {
        return json(accountId, month)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(invoice -> ResponseBuilder.ok(InvoicePdf.of(invoice), PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"invoice-%s-%s.pdf\"".formatted(accountId, month))
                        .build());
    }
}
