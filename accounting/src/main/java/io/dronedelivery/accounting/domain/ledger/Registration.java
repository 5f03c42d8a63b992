package io.dronedelivery.accounting.domain.ledger;

import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import java.util.List;
import java.util.Optional;

/**
 * What is to be kept of an account.
 *
 * @param terms its terms from now on
 * @param transactions the opening, where the account is new
 */
public record Registration(Terms terms, List<LedgerTransaction> transactions) {

    /** The account as it is then. */
    public Account of(String accountId, Optional<Account> known) {
        Account account = Balances.of(
                accountId,
                terms,
                known.map(before -> before.balance().minor()).orElse(0L),
                known.map(before -> before.held().minor()).orElse(0L));
        for (LedgerTransaction transaction : transactions) {
            account = Balances.after(account, transaction);
        }
        return account;
    }
}
