package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.Books;
import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.bill.Change;
import io.dronedelivery.accounting.domain.bill.HoldDecision;
import io.dronedelivery.accounting.domain.ledger.Registration;
import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.GroupCommit;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The books in PostgreSQL. A bill is locked from its reading on; its account only from the booking on. */
@Singleton
class PgBooks implements Books {
    /** Two transactions that book on several accounts each would wait for each other. */
    private static final int TRANSACTIONS_MAX = 1;

    private static final int BILLS_MAX = 16; // an account that one books on stays locked until the last is done

    private final Transactions transactions;
    private final Batcher<Function<SqlConnection, Uni<Object>>, Object> group;

    PgBooks(Vertx vertx, Transactions transactions) {
        this.transactions = transactions;
        this.group = GroupCommit.oneByOne(
                vertx, transactions, TRANSACTIONS_MAX, BILLS_MAX, (transaction, work) -> work.apply(transaction));
    }

    @Override
    public Uni<Outcome<Account>> keep(String accountId, Function<Optional<Account>, Outcome<Registration>> decision) {
        return transactions.run(transaction -> transaction
                // a new account has no row to lock
                .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(accountId))
                .flatMap(_ -> transaction
                        .preparedQuery("select * from accounts where account_id = $1 for update")
                        .execute(Tuple.of(accountId)))
                .map(PgLedger::account)
                .flatMap(known -> switch (decision.apply(known)) {
                    case Outcome.Refused<Registration> refused ->
                        Uni.createFrom().item(refused.as());
                    case Outcome.Granted<Registration>(Registration registration) ->
                        register(transaction, accountId, registration)
                                .map(_ -> new Outcome.Granted<>(registration.of(accountId, known)));
                }));
    }

    private static Uni<Void> register(SqlConnection transaction, String accountId, Registration registration) {
        return transaction
                .preparedQuery("""
                        insert into accounts (account_id, terms, balance_minor, held_minor) values ($1, $2, 0, 0)
                        on conflict (account_id) do update set terms = excluded.terms
                        """)
                .execute(Tuple.of(accountId, Documents.json(registration.terms())))
                .flatMap(_ -> PgLedger.book(transaction, registration.transactions()));
    }

    @Override
    @SuppressWarnings("unchecked") // the answer is that of the work
    public Uni<Outcome<Charge>> hold(
            String deliveryId, String accountId, BiFunction<Bill, Optional<Account>, HoldDecision> decision) {
        return group.run(deliveryId, transaction -> hold(transaction, deliveryId, accountId, decision))
                .map(answer -> (Outcome<Charge>) answer);
    }

    private static Uni<Object> hold(
            SqlConnection transaction,
            String deliveryId,
            String accountId,
            BiFunction<Bill, Optional<Account>, HoldDecision> decision) {
        return transaction
                .preparedQuery("""
                        with bill as (select bill from bills where delivery_id = $1 for update),
                            account as (select * from accounts where account_id = $2)
                        select bill, account.* from (select) as one left join bill on true left join account on true
                        """)
                .execute(Tuple.of(deliveryId, accountId))
                .flatMap(rows -> {
                    Optional<Bill> known = bill(rows);
                    Bill bill = known.orElseGet(() -> Bill.blank(deliveryId));
                    HoldDecision decided = decision.apply(bill, PgLedger.account(rows));
                    return PgBills.write(transaction, bill, decided.change(), known.isPresent())
                            .replaceWith(decided.answer());
                });
    }

    @Override
    public Uni<Void> change(String deliveryId, Function<Bill, Change> decision) {
        return group.run(deliveryId, transaction -> change(transaction, deliveryId, decision))
                .replaceWithVoid();
    }

    private static Uni<Object> change(SqlConnection transaction, String deliveryId, Function<Bill, Change> decision) {
        return transaction
                .preparedQuery("select bill from bills where delivery_id = $1 for update")
                .execute(Tuple.of(deliveryId))
                .flatMap(rows -> {
                    Optional<Bill> known = bill(rows);
                    Bill bill = known.orElseGet(() -> Bill.blank(deliveryId));
                    return PgBills.write(transaction, bill, decision.apply(bill), known.isPresent())
                            .replaceWith(bill);
                });
    }

    @Override
    public Uni<Optional<Account>> account(String accountId) {
        return transactions
                .query("select * from accounts where account_id = $1", Tuple.of(accountId))
                .map(PgLedger::account);
    }

    @Override
    public Uni<Optional<Bill>> bill(String deliveryId) {
        return transactions
                .query("select bill from bills where delivery_id = $1", Tuple.of(deliveryId))
                .map(PgBooks::bill);
    }

    @Override
    public Uni<List<Charge>> captured(String accountId, Instant from, Instant before) {
        return transactions
                .query("""
                        select bill from bills
                        where account_id = $1 and captured_at >= $2 and captured_at < $3
                        order by captured_at, delivery_id
                        """, Tuple.of(accountId, Rows.utc(from), Rows.utc(before)))
                .map(rows -> Rows.stream(rows)
                        .flatMap(row -> Documents.read(row, "bill", Bill.class).captured().stream())
                        .toList());
    }

    private static Optional<Bill> bill(RowSet<Row> rows) {
        return Rows.stream(rows)
                .filter(row -> row.getValue("bill") != null)
                .map(row -> Documents.read(row, "bill", Bill.class))
                .findFirst();
    }
}
