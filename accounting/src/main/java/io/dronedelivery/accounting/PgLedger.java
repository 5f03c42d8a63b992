package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.ledger.Balances;
import io.dronedelivery.accounting.domain.ledger.LedgerAccount;
import io.dronedelivery.accounting.domain.ledger.LedgerTransaction;
import io.dronedelivery.accounting.domain.ledger.LedgerTransaction.Kind;
import io.dronedelivery.chassis.store.ConcurrentUpdate;
import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Writes the entries of the ledger, and the accounts' sums that follow from them, in one statement; reads accounts. */
final class PgLedger {
    private static final String BOOK = """
            with booked as (
                insert into ledger_entries (transaction_id, ledger_account, kind, account_id, delivery_id, attempt,
                    currency, amount_minor, booked_at)
                select t."transactionId", e.account, t.kind, t."accountId", t."deliveryId", t.attempt,
                    t.currency, e.minor, t.at
                from jsonb_to_recordset($1) as t("transactionId" text, kind text, "accountId" text, "deliveryId" text,
                        attempt integer, currency text, at timestamptz, entries jsonb),
                    jsonb_to_recordset(t.entries) as e(account text, minor bigint))
            update accounts set balance_minor = balance_minor + $3, held_minor = held_minor + $4
            where account_id = $2
            returning *
            """;

    private PgLedger() {}

    /**
     * Books transactions of one account. No account is locked before, or all its deliveries would wait for each other. So a
     * hold that the account, as it is after the booking, does not cover fails with {@link ConcurrentUpdate}.
     */
    static Uni<Void> book(SqlConnection transaction, List<LedgerTransaction> transactions) {
        return transactions.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(BOOK)
                        .execute(Tuple.of(
                                Documents.jsonArray(transactions),
                                transactions.getFirst().accountId(),
                                sum(transactions, LedgerTransaction::balanceGain),
                                sum(transactions, booked -> booked.gainOf(LedgerAccount.HELD))))
                        .invoke(rows -> {
                            if (holds(transactions) && !covers(account(rows).orElseThrow())) {
                                throw new ConcurrentUpdate("the account no longer covers the hold");
                            }
                        })
                        .replaceWithVoid();
    }

    /** The account in the first of the rows, if there is one. */
    static Optional<Account> account(RowSet<Row> rows) {
        return Rows.stream(rows)
                .filter(row -> row.getValue("terms") != null)
                .map(row -> Balances.of(
                        row.getString("account_id"),
                        Documents.read(row, "terms", Terms.class),
                        row.getLong("balance_minor"),
                        row.getLong("held_minor")))
                .findFirst();
    }

    private static boolean holds(List<LedgerTransaction> transactions) {
        return transactions.stream().anyMatch(booked -> booked.kind() == Kind.HOLD);
    }

    private static boolean covers(Account account) {
        return Balances.refusal(account, 0).isEmpty();
    }

    private static long sum(List<LedgerTransaction> transactions, ToLongFunction<LedgerTransaction> gain) {
        return transactions.stream().mapToLong(gain).sum();
    }
}
