package io.dronedelivery.gateway.invoice;

import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.gateway.part.Source;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What accounts were charged, as accounting says: without it there is no invoice. */
@Singleton
class Charged {
    private static final Comparator<Charge> BY_TIME =
            Comparator.comparing(Charge::changedAt).thenComparing(Charge::deliveryId);

    private final AccountingClient accounting;
    private final Source source;

    Charged(@RestClient AccountingClient accounting, Downstreams downstreams, InvoiceConfig config) {
        this.accounting = accounting;
        this.source = new Source(downstreams.of("accounting"), config.chargesTimeout());
    }

    /**
     * What an account was charged in a month, by time. Fails with a {@link ProblemException} of 404 where there is no such
     * account, and with {@link RemoteFailure} where accounting can't tell.
     */
    Uni<Charges.Invoice> in(String accountId, YearMonth month) {
        return source.find(() -> accounting.invoice(accountId, month.toString()))
                .map(found -> Problems.found(found, "There is no account " + accountId + "."))
                .map(charged -> checked(charged, accountId));
    }

    /** An invoice that does not add up, or has what is another account's, is shown to nobody: a fault, which is logged. */
    private static Charges.Invoice checked(Charges.Invoice charged, String accountId) {
        List<Charge> charges = charged.charges().stream().sorted(BY_TIME).toList();
        if (!addUp(charges, charged.total())) {
            throw new IllegalStateException("invoice does not add up account=%s month=%s total=%s"
                    .formatted(accountId, charged.month(), charged.total()));
        }
        if (!charges.stream().allMatch(charge -> charge.accountId().equals(accountId))) {
            throw new IllegalStateException(
                    "invoice has another account's charges account=%s month=%s".formatted(accountId, charged.month()));
        }
        return new Charges.Invoice(accountId, charged.month(), charged.total(), charges);
    }

    private static boolean addUp(List<Charge> charges, Money total) {
        List<Money> amounts = charges.stream().map(Charge::amount).toList();
        return amounts.stream().allMatch(amount -> amount.currency().equals(total.currency()))
                && amounts.stream().mapToLong(Money::minor).reduce(0, Math::addExact) == total.minor();
    }
}
