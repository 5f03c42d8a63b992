package io.dronedelivery.transport;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.store.ConcurrentUpdate;
import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.transport.domain.Consignment;
import io.dronedelivery.transport.domain.ConsignmentStep;
import io.dronedelivery.transport.domain.Consignments;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Consignments as documents in PostgreSQL, one row per delivery; the row is the lock of its delivery. */
@Singleton
class PgConsignments implements Consignments {
    private static final int TRANSACTIONS_MAX = 2;
    private static final int CHANGES_MAX = 64;
    private static final String FIND = "select document from consignment where delivery_id = $1";
    private static final String LOCK =
            "select document from consignment where delivery_id = any($1) order by delivery_id for update";
    private static final String INSERT =
            "insert into consignment (delivery_id, holding, document) values ($1, $2, $3) on conflict do nothing";
    private static final String UPDATE = "update consignment set holding = $2, document = $3 where delivery_id = $1";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Batcher<Wanted, ConsignmentStep<?>> group;

    PgConsignments(Vertx vertx, Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.group = new Batcher<>(
                vertx, TRANSACTIONS_MAX, CHANGES_MAX, wanted -> transactions.run(tx -> change(tx, wanted)));
    }

    /** A change that somebody wants, and the trace context in which it is decided. */
    private record Wanted(
            String deliveryId,
            Function<Consignment, ? extends ConsignmentStep<?>> change,
            @Nullable String traceparent) {}

    /** What was decided, and whether the row is there. */
    private record Decided(Wanted wanted, Consignment before, boolean found, ConsignmentStep<?> step) {
        boolean changes() {
            return !step.consignment().equals(before);
        }

        Tuple row() {
            Consignment after = step.consignment();
            return Tuple.of(after.deliveryId(), after.holding().orElse(null), Documents.json(after));
        }

        Stream<Outgoing> outgoing() {
            return step.progress().stream()
                    .map(progress -> new Outgoing(
                            Topic.TRANSPORT_TRACKING,
                            progress.deliveryId(),
                            progress.progressId(),
                            progress,
                            wanted.traceparent()));
        }
    }

    @Override
    public Uni<Consignment> find(String deliveryId) {
        return transactions.query(FIND, Tuple.of(deliveryId)).map(rows -> Rows.first(rows, PgConsignments::consignment)
                .orElse(Consignment.of(deliveryId)));
    }

    @Override
    @SuppressWarnings("unchecked") // the step that answers is the one that was wanted
    public <T> Uni<T> change(String deliveryId, Function<Consignment, ConsignmentStep<T>> change) {
        return group.run(deliveryId, new Wanted(deliveryId, change, TraceContext.current()))
                .map(step -> ((ConsignmentStep<T>) step).answer());
    }

    private Uni<List<ConsignmentStep<?>>> change(SqlConnection tx, List<Wanted> wanted) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(Rows.column(wanted, String[]::new, Wanted::deliveryId)))
                .map(rows -> decided(wanted, rows))
                .call(decided ->
                        write(tx, decided.stream().filter(Decided::changes).toList()))
                .map(decided ->
                        decided.stream().<ConsignmentStep<?>>map(Decided::step).toList());
    }

    private static List<Decided> decided(List<Wanted> wanted, RowSet<Row> rows) {
        Map<String, Consignment> found = Rows.stream(rows)
                .map(PgConsignments::consignment)
                .collect(toMap(Consignment::deliveryId, Function.identity()));
        return wanted.stream()
                .map(each -> {
                    Consignment before = found.getOrDefault(each.deliveryId(), Consignment.of(each.deliveryId()));
                    return new Decided(
                            each,
                            before,
                            found.containsKey(each.deliveryId()),
                            each.change().apply(before));
                })
                .toList();
    }

    private Uni<Void> write(SqlConnection tx, List<Decided> changed) {
        return write(tx, INSERT, changed.stream().filter(each -> !each.found()).toList())
                .chain(() -> write(
                        tx, UPDATE, changed.stream().filter(Decided::found).toList()))
                .chain(() -> outbox.append(
                        tx, changed.stream().flatMap(Decided::outgoing).toList()));
    }

    private static Uni<Void> write(SqlConnection tx, String statement, List<Decided> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(statement)
                        .executeBatch(changed.stream().map(Decided::row).toList())
                        .invoke(PgConsignments::requireWritten)
                        .replaceWithVoid();
    }

    private static void requireWritten(RowSet<Row> answers) {
        for (RowSet<Row> answer = answers; answer != null; answer = answer.next()) {
            if (answer.rowCount() == 0) {
                throw new ConcurrentUpdate("Another transaction has inserted the consignment.");
            }
        }
    }

    private static Consignment consignment(Row row) {
        return Documents.read(row, "document", Consignment.class);
    }
}
