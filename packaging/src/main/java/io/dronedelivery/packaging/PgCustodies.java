package io.dronedelivery.packaging;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Inbox;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.Custody;
import io.dronedelivery.packaging.domain.Ruling;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.DatabaseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** The custodies in PostgreSQL, a row each, locked while it is decided on. */
@Singleton
class PgCustodies implements Custodies {
    private static final int RACES_MAX = 5;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final Inbox inbox;

    PgCustodies(Transactions transactions, Inbox inbox) {
        this.transactions = transactions;
        this.inbox = inbox;
    }

    @Override
    public Uni<Outcome<Package>> register(String packageId, String tag, Decision decision) {
        return decided(transaction -> transaction
                .preparedQuery("""
                        with own as (select custody from packages where package_id = $1 for update)
                        select custody,
                            exists (select from packages where tag_in_use = $2 and package_id <> $1) as tag_taken
                        from (select) as one left join own on true
                        """)
                .execute(Tuple.of(packageId, tag))
                .flatMap(rows -> {
                    Optional<Custody> known = custody(rows);
                    Custody before = known.orElseGet(() -> Custody.none(packageId));
                    Ruling ruling = decision.on(before, rows.iterator().next().getBoolean("tag_taken"));
                    return write(transaction, known, before, ruling.custody()).replaceWith(ruling.answer());
                }));
    }

    @Override
    public Uni<Void> change(String packageId, UnaryOperator<Custody> decision) {
        return decided(transaction -> change(transaction, packageId, decision));
    }

    @Override
    public Uni<Void> changeOnce(String eventId, String packageId, UnaryOperator<Custody> decision) {
        return decided(transaction -> inbox.first(transaction, eventId)
                .flatMap(first -> first
                        ? change(transaction, packageId, decision)
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<Optional<Custody>> find(String packageId) {
        return transactions
                .run(transaction -> transaction
                        .preparedQuery("select custody from packages where package_id = $1")
                        .execute(Tuple.of(packageId)))
                .map(PgCustodies::custody);
    }

    private static Uni<Void> change(SqlConnection transaction, String packageId, UnaryOperator<Custody> decision) {
        return transaction
                .preparedQuery("select custody from packages where package_id = $1 for update")
                .execute(Tuple.of(packageId))
                .flatMap(rows -> {
                    Optional<Custody> known = custody(rows);
                    Custody before = known.orElseGet(() -> Custody.none(packageId));
                    return write(transaction, known, before, decision.apply(before));
                });
    }

    private static Uni<Void> write(SqlConnection transaction, Optional<Custody> known, Custody before, Custody after) {
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        String insertOrUpdate = known.isEmpty() ? """
                insert into packages (package_id, custody, attempt, state, tag_in_use, ended)
                values ($1, $2, $3, $4, $5, $6)""" : """
                update packages set custody = $2, attempt = $3, state = $4, tag_in_use = $5, ended = $6
                where package_id = $1""";
        return transaction.preparedQuery(insertOrUpdate).execute(row(after)).replaceWithVoid();
    }

    private static Tuple row(Custody custody) {
        Optional<Package> current = custody.current();
        return Tuple.tuple()
                .addString(custody.packageId())
                .addValue(Documents.json(custody))
                .addInteger(current.map(Package::attempt).orElse(null))
                .addString(current.map(known -> known.state().name()).orElse(null))
                .addString(custody.tagInUse().orElse(null))
                .addBoolean(custody.ended());
    }

    /** Decides again where somebody else was the first to write the package, or to take the tag, meanwhile. */
    private <T> Uni<T> decided(Function<SqlConnection, Uni<T>> work) {
        return transactions
                .run(work)
                .onFailure(failure ->
                        failure instanceof DatabaseException lost && UNIQUE_VIOLATION.equals(lost.getSqlState()))
                .retry()
                .atMost(RACES_MAX);
    }

    private static Optional<Custody> custody(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getValue("custody") != null)
                .map(row -> Documents.read(row, "custody", Custody.class))
                .findFirst();
    }
}
