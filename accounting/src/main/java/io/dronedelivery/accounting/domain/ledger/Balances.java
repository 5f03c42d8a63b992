package io.dronedelivery.accounting.domain.ledger;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Terms;

/** An account's sums, which follow from the ledger. */
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

    /** The account after a transaction. */
    public static Account after(Account account, LedgerTransaction transaction) {
        return of(
                account.accountId(),
                account.terms(),
                account.balance().minor() + transaction.balanceGain(),
                account.held().minor() + transaction.gainOf(LedgerAccount.HELD));
    }
}
