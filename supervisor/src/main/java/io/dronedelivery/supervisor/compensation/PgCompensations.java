package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compensations as documents in PostgreSQL, with the columns beside that are searched. */
@Singleton
class PgCompensations implements Compensations {
    private static final String ENTRY = "number, revision, document";
    private static final String FIND = "select " + ENTRY + " from compensation where delivery_id = $1 and attempt = $2";
    private static final String ADD = """
            insert into compensation (delivery_id, attempt, revision, status, due_at, document)
            values ($1, $2, 1, $3, $4, $5) on conflict do nothing""";
    private static final String REPLACE = """
            update compensation set revision = revision + 1, status = $4, due_at = $5, document = $6
            where delivery_id = $1 and attempt = $2 and revision = $3
            returning number, revision, document""";
    // A lease is a later due time: if this process dies, the compensation is due again then.
    private static final String TAKE_DUE = """
            update compensation set revision = revision + 1, due_at = $2
            where number in
                (select number from compensation where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning number, revision, document""";
    private static final String LIST = "select " + ENTRY
            + " from compensation where number < $1 and ($2::text is null or status = $2) order by number desc limit $3";

    private static final String OF_DELIVERY =
            "select " + ENTRY + " from compensation where delivery_id = $1 order by attempt desc limit 20";

    private final Transactions transactions;
    private final Outbox outbox;

    PgCompensations(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return transactions.query(FIND, Tuple.of(deliveryId, attempt)).map(PgCompensations::first);
    }

    @Override
    public Uni<Boolean> add(Compensation compensation) {
        Tuple row = Tuple.of(
                compensation.deliveryId(),
                compensation.attempt(),
                compensation.state().status().name(),
                dueAt(compensation),
                Documents.json(compensation));
        return transactions.query(ADD, row).map(added -> added.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Entry>> replace(
            Entry read, Compensation compensation, List<? extends DeliveryRequest> requests) {
        Tuple row = Tuple.of(
                compensation.deliveryId(),
                compensation.attempt(),
                read.revision(),
                compensation.state().status().name(),
                dueAt(compensation),
                Documents.json(compensation));
        return transactions.run(tx -> tx.preparedQuery(REPLACE)
                .execute(row)
                .map(PgCompensations::first)
                .chain(replaced -> replaced.isEmpty()
                        ? Uni.createFrom().item(replaced)
                        : outbox.append(
                                        tx,
                                        requests.stream()
                                                .map(PgCompensations::outgoing)
                                                .toList())
                                .replaceWith(replaced)));
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return transactions
                .query(TAKE_DUE, Tuple.of(utc(now), utc(leaseEnd), limit))
                .map(PgCompensations::entries);
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return transactions
                .query(LIST, Tuple.of(before, status.map(Status::name).orElse(null), limit))
                .map(PgCompensations::entries);
    }

    @Override
    public Uni<List<Compensation>> ofDelivery(String deliveryId) {
        return transactions
                .query(OF_DELIVERY, Tuple.of(deliveryId))
                .map(rows -> entries(rows).stream().map(Entry::compensation).toList());
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Entry(
                        Documents.read(row, "document", Compensation.class),
                        row.getLong("number"),
                        row.getInteger("revision")))
                .toList();
    }

    private static Optional<Entry> first(RowSet<Row> rows) {
        return entries(rows).stream().findFirst();
    }

    private static Outgoing outgoing(DeliveryRequest request) {
        return new Outgoing(Topic.DELIVERY_REQUESTS, request.deliveryId(), request.requestId(), request);
    }

    private static @Nullable OffsetDateTime dueAt(Compensation compensation) {
        return compensation.state().dueAt().map(PgCompensations::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
