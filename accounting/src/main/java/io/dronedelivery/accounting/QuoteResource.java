package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Tariff;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import io.dronedelivery.contracts.accounting.Charges.Quote;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What carrying would cost. */
@Path("/quotes")
@RolesAllowed(Scope.SERVICE)
class QuoteResource {
    private final Tariff tariff;

    QuoteResource(AccountingDomain domain) {
        this.tariff = domain.tariff();
    }

    @POST
    @NonBlocking
    public Quote quote(@Valid Basis basis) {
        return Problems.granted(tariff.quote(basis));
    }
}
