package io.dronedelivery.accounting.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Invoice;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Writes invoices: what an account was charged in a month. */
public final class Invoices {
    private final Books books;

    public Invoices(Books books) {
        this.books = books;
    }

    /** What was captured in a calendar month (UTC); absent where there is no such account. */
    public Uni<Optional<Invoice>> invoice(String accountId, YearMonth month) {
        return books.account(accountId)
                .flatMap(known -> known.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : books.captured(accountId, start(month), start(month.plusMonths(1)))
                                .map(charges -> Optional.of(invoice(known.get(), month, charges))));
    }

    private static Invoice invoice(Account account, YearMonth month, List<Charge> charges) {
        long total =
                charges.stream().mapToLong(charge -> charge.amount().minor()).sum();
        String currency = account.balance().currency();
        return new Invoice(account.accountId(), month.toString(), new Money(total, currency), charges);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
