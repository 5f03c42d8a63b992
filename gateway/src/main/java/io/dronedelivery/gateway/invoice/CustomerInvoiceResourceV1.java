package io.dronedelivery.gateway.invoice;

import io.dronedelivery.contracts.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** A customer's own invoices, where version 1 of the API has them. */
@Path("/api/v1/invoices/{month}")
@RolesAllowed(Scope.CUSTOMER)
class CustomerInvoiceResourceV1 extends CustomerInvoiceResource {
    CustomerInvoiceResourceV1(InvoiceAnswers answers) {
        super(answers);
    }
}
