package io.dronedelivery.accounting.domain.ledger;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import java.util.Optional;

/** An account's sums, which follow from the ledger, and what they allow. */
public final class Balances {
    private Balances() {}

    /** The account with these sums, in minor units. */
    public static Account of(String accountId, Terms terms, long balance, long held) {
        String currency = terms.openingBalance().currency();
        return new Account(
                accountId,
                terms,
                new Money(balance, currency),
                new Money(held, currency),
                new Money(balance - held + terms.creditLimitMinor(), currency));
    }

    /** Why an account can't have so much more held, in minor units; absent where it can. */
    public static Optional<Refusal> refusal(Account account, long minor) {
        if (account.terms().standing() == Standing.SUSPENDED) {
            return Optional.of(Refusal.ACCOUNT_SUSPENDED);
        }
        return account.available().minor() < minor ? Optional.of(Refusal.INSUFFICIENT_FUNDS) : Optional.empty();
    }

    /** The account after a transaction. */
    public static Account after(Account account, LedgerTransaction transaction) {
        return of(
                account.accountId(),
                account.terms(),
                account.balance().minor() + transaction.balanceGain(),
                account.held().minor() + transaction.gainOf(LedgerAccount.HELD));
    }
}
