package io.dronedelivery.delivery.store;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Updates of one delivery each, under its row's lock; those that come while others are written share a transaction. */
@Singleton
class LockedUpdates {
    private static final int TRANSACTIONS_MAX = 4;
    private static final int UPDATES_MAX = 64;

    private final PgUpdates updates;
    private final Batcher<Wanted<?>, Decision<?>> group;

    LockedUpdates(Vertx vertx, Transactions transactions, PgUpdates updates) {
        this.updates = updates;
        this.group = new Batcher<>(
                vertx,
                TRANSACTIONS_MAX,
                UPDATES_MAX,
                wanted -> transactions.run(transaction -> update(transaction, wanted)));
    }

    /** An update that somebody wants, and the trace context in which it is decided. */
    private record Wanted<R>(
            String deliveryId,
            Function<Optional<Delivery>, Decision<R>> decide,
            @Nullable String traceparent) {
        Decided decided(Optional<Row> row) {
            return new Decided(this, row, decide.apply(row.map(PgDeliveries::delivery)));
        }
    }

    /** What was decided of a delivery as it was in that row; of one that is new where there is none. */
    private record Decided(Wanted<?> wanted, Optional<Row> row, Decision<?> decision) {
        private Stream<PgUpdates.OfRevision> update() {
            long revision = row.map(found -> found.getLong("revision")).orElse(0L);
            return decision.update().stream()
                    .map(update -> PgUpdates.OfRevision.of(update, revision, wanted.traceparent()));
        }
    }

    /** Decides and writes; the decision may be made several times. */
    @SuppressWarnings("unchecked") // the decision that answers is the one that was wanted
    <R> Uni<R> update(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
        return group.run(deliveryId, new Wanted<>(deliveryId, decide, TraceContext.current()))
                .map(decision -> ((Decision<R>) decision).answer());
    }

    private Uni<List<Decision<?>>> update(SqlConnection transaction, List<Wanted<?>> wanted) {
        return transaction
                .preparedQuery("""
                        select delivery_id, document::text as document, revision from deliveries
                        where delivery_id = any($1) order by delivery_id for update
                        """)
                .execute(Tuple.tuple().addArrayOfString(Rows.column(wanted, String[]::new, Wanted::deliveryId)))
                .map(rows -> decided(wanted, rows))
                .call(decided -> updates.insert(transaction, ofRows(decided, false)))
                .call(decided -> updates.update(transaction, ofRows(decided, true)))
                .map(decided ->
                        decided.stream().<Decision<?>>map(Decided::decision).toList());
    }

    private static List<Decided> decided(List<Wanted<?>> wanted, RowSet<Row> rows) {
        Map<String, Row> found = Rows.stream(rows).collect(toMap(row -> row.getString("delivery_id"), row -> row));
        return wanted.stream()
                .map(each -> each.decided(Optional.ofNullable(found.get(each.deliveryId()))))
                .toList();
    }

    private static List<PgUpdates.OfRevision> ofRows(List<Decided> decided, boolean found) {
        return decided.stream()
                .filter(each -> each.row().isPresent() == found)
                .flatMap(Decided::update)
                .toList();
    }
}
