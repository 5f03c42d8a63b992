package io.dronedelivery.accounting.domain;

import io.dronedelivery.accounting.domain.ledger.LedgerTransaction;
import io.dronedelivery.accounting.domain.ledger.Registration;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Opens accounts and changes their terms. */
public final class Customers {
    private final Books books;
    private final InstantSource clock;

    public Customers(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Opens the account, or changes its terms; the opening balance is booked once, and its currency never changes. */
    public Uni<Outcome<Account>> keep(String accountId, Terms terms) {
        return books.keep(accountId, known -> decide(accountId, terms, known));
    }

    public Uni<Optional<Account>> find(String accountId) {
        return books.account(accountId);
    }

    private Outcome<Registration> decide(String accountId, Terms terms, Optional<Account> known) {
        long opening = terms.openingBalance().minor();
        if (opening < 0 || opening > Terms.AMOUNT_MINOR_MAX) {
            return new Refused<>(Refusal.INVALID, "openingBalance/minor must be 0 to " + Terms.AMOUNT_MINOR_MAX);
        }
        return known.map(account -> changed(account.terms(), terms)).orElseGet(() -> opened(accountId, terms));
    }

    private Outcome<Registration> opened(String accountId, Terms terms) {
        LedgerTransaction opening = LedgerTransaction.opening(accountId, terms.openingBalance(), clock.instant());
        return new Granted<>(new Registration(terms, List.of(opening)));
    }

    private static Outcome<Registration> changed(Terms old, Terms wanted) {
        String currency = old.openingBalance().currency();
        if (!currency.equals(wanted.openingBalance().currency())) {
            return new Refused<>(Refusal.CURRENCY_MISMATCH, "The account is kept in " + currency + " for good.");
        }
        Terms kept = new Terms(wanted.name(), old.openingBalance(), wanted.creditLimitMinor(), wanted.standing());
        return new Granted<>(new Registration(kept, List.of()));
    }
}
