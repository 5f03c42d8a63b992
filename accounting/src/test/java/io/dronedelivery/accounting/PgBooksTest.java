package io.dronedelivery.accounting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.accounting.domain.Books;
import io.dronedelivery.accounting.domain.BooksContract;
import io.dronedelivery.accounting.domain.ledger.LedgerAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgBooksTest extends BooksContract {
    private final Books books;
    private final Pool pool;

    PgBooksTest(Books books, Pool pool) {
        this.books = books;
        this.pool = pool;
    }

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected long sum(String accountId, LedgerAccount ledgerAccount) {
        return pool.preparedQuery("""
                        select coalesce(sum(amount_minor), 0)::bigint as sum from ledger_entries
                        where account_id = $1 and ledger_account = $2
                        """)
                .execute(Tuple.of(accountId, ledgerAccount.name()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("sum");
    }

    @Test
    void theDatabaseRefusesAnEntryWithoutItsCounterpart() {
        assertThatThrownBy(() -> execute("""
                with account as (
                    insert into accounts values ('unbalanced', '{}', 0, 0) returning account_id)
                insert into ledger_entries (transaction_id, ledger_account, kind, account_id, attempt, currency,
                    amount_minor, booked_at)
                select 'unbalanced', 'AVAILABLE', 'OPENING', account_id, 0, 'EUR', 5, now() from account
                """)).hasMessageContaining("does not add up to zero");
    }

    @Test
    void theDatabaseRefusesToRewriteTheLedger() {
        assertThatThrownBy(() -> execute("update ledger_entries set amount_minor = 0"))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> execute("delete from ledger_entries")).hasMessageContaining("only ever added to");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
