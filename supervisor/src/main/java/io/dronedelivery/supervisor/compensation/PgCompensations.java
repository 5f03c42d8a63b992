package io.dronedelivery.supervisor.compensation;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.shared.RequestMessages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compensations as documents in PostgreSQL, with columns to search by. */
@Singleton
class PgCompensations implements Compensations {
    private static final String SELECT = "select number, revision, document from compensation ";
    private static final String FIND = SELECT + "where delivery_id = $1 and attempt = $2";
    private static final String ADD = """
            insert into compensation (delivery_id, attempt, revision, status, due_at, document)
            values ($1, $2, 1, $3, $4, $5) on conflict do nothing""";
    private static final String REPLACE = """
            update compensation set revision = revision + 1, status = $3, due_at = $4, document = $5
            where delivery_id = $1 and attempt = $2 and revision = $6
            returning number, revision, document""";
    // A lease is a later due time: if this process dies, the compensation is due again then.
    private static final String TAKE_DUE = """
            update compensation set revision = revision + 1, due_at = $2
            where number in
                (select number from compensation where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning number, revision, document""";
    private static final String LIST =
            SELECT + "where number < $1 and ($2::text is null or status = $2) order by number desc limit $3";
    private static final String OF_DELIVERY = SELECT + "where delivery_id = $1 order by attempt desc limit 20";
    private static final String OPEN_OF =
            SELECT + "where delivery_id = any($1) and status = any($2) order by delivery_id, attempt desc";
    private static final String OPEN =
            "select status, count(*) as open from compensation where status = any($1) group by status";

    private final Transactions transactions;
    private final Outbox outbox;

    PgCompensations(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return transactions
                .query(FIND, Tuple.of(deliveryId, attempt))
                .map(rows -> Rows.first(rows, PgCompensations::entry));
    }

    @Override
    public Uni<Boolean> add(Compensation compensation) {
        return transactions.query(ADD, row(compensation)).map(added -> added.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Entry>> replace(
            Entry read, Compensation compensation, List<? extends DeliveryRequest> requests) {
        return transactions.run(tx -> tx.preparedQuery(REPLACE)
                .execute(row(compensation).addInteger(read.revision()))
                .map(rows -> Rows.first(rows, PgCompensations::entry))
                .chain(replaced -> outbox.append(
                                tx, replaced.isEmpty() ? List.of() : RequestMessages.outgoing(requests))
                        .replaceWith(replaced)));
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return transactions
                .query(TAKE_DUE, Tuple.of(Rows.utc(now), Rows.utc(leaseEnd), limit))
                .map(rows -> Rows.all(rows, PgCompensations::entry));
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return transactions
                .query(LIST, Tuple.of(before, status.map(Status::name).orElse(null), limit))
                .map(rows -> Rows.all(rows, PgCompensations::entry));
    }

    @Override
    public Uni<List<Compensation>> ofDelivery(String deliveryId) {
        return transactions
                .query(OF_DELIVERY, Tuple.of(deliveryId))
                .map(rows -> Rows.all(rows, PgCompensations::compensation));
    }

    @Override
    public Uni<List<Compensation>> openOf(Set<String> deliveryIds) {
        Tuple wanted = Tuple.tuple()
                .addArrayOfString(deliveryIds.toArray(String[]::new))
                .addArrayOfString(namesOfOpen());
        return transactions.query(OPEN_OF, wanted).map(rows -> Rows.all(rows, PgCompensations::compensation));
    }

    @Override
    public Uni<Map<Status, Long>> open() {
        return transactions
                .query(OPEN, Tuple.tuple().addArrayOfString(namesOfOpen()))
                .map(rows -> Rows.stream(rows)
                        .collect(toMap(row -> Status.valueOf(row.getString("status")), row -> row.getLong("open"))));
    }

    private static String[] namesOfOpen() {
        return Status.OPEN.stream().map(Status::name).toArray(String[]::new);
    }

    private static Entry entry(Row row) {
        return new Entry(compensation(row), row.getLong("number"), row.getInteger("revision"));
    }

    private static Compensation compensation(Row row) {
        return Documents.read(row, "document", Compensation.class);
    }

    private static Tuple row(Compensation compensation) {
        return Tuple.of(
                compensation.deliveryId(),
                compensation.attempt(),
                compensation.state().status().name(),
                compensation.state().dueAt().map(Rows::utc).orElse(null),
                Documents.json(compensation));
    }
}
