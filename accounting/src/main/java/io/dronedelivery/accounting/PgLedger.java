package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.LedgerTransaction;
import io.dronedelivery.chassis.store.Documents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The only way into the ledger's table: the entries, and the accounts' sums that follow from them, at once. */
final class PgLedger {
    private static final String BOOK = """
            with booked as (
                insert into ledger_entries (transaction_id, ledger_account, kind, account_id, delivery_id, attempt,
                    currency, amount_minor, booked_at)
                select t."transactionId", e.account, t.kind, t."accountId", t."deliveryId", t.attempt,
                    t.currency, e.minor, t.at
                from jsonb_to_recordset($1) as t("transactionId" text, kind text, "accountId" text, "deliveryId" text,
                        attempt integer, currency text, at timestamptz, entries jsonb),
                    jsonb_to_recordset(t.entries) as e(account text, minor bigint)
                returning account_id, ledger_account, kind, amount_minor)
            update accounts
            set balance_minor = accounts.balance_minor + gained.balance, held_minor = accounts.held_minor + gained.held
            from (select account_id,
                    coalesce(sum(amount_minor) filter (where ledger_account in ('AVAILABLE', 'HELD')), 0) as balance,
                    coalesce(sum(amount_minor) filter (where ledger_account = 'HELD'), 0) as held,
                    bool_or(kind = 'HOLD') as holds
                from booked group by account_id) as gained
            where accounts.account_id = gained.account_id
                and (not gained.holds
                    or accounts.terms ->> 'standing' = 'ACTIVE'
                        and accounts.balance_minor + gained.balance - accounts.held_minor - gained.held
                            + (accounts.terms ->> 'creditLimitMinor')::bigint >= 0)
            """;

    private PgLedger() {}

    /**
     * Books transactions of one account. An account is not locked while it is decided on, since all its deliveries would
     * queue up for that long: a hold that the account no longer covers at this moment fails with {@link LostRace}.
     */
    static Uni<Void> book(SqlConnection transaction, List<LedgerTransaction> transactions) {
        return transactions.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(BOOK)
                        .execute(Tuple.of(Documents.jsonArray(transactions)))
                        .invoke(accounts -> {
                            if (accounts.rowCount() == 0) {
                                throw new LostRace("the account no longer covers the hold");
                            }
                        })
                        .replaceWithVoid();
    }
}
