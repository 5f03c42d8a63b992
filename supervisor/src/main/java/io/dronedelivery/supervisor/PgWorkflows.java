package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.dronedelivery.supervisor.domain.compensation.Workflow;
import io.dronedelivery.supervisor.domain.compensation.Workflows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Workflows as documents in PostgreSQL, with the columns beside that are searched. */
@Singleton
class PgWorkflows implements Workflows {
    private static final String ENTRY = "number, revision, document";
    private static final String FIND = "select " + ENTRY + " from workflow where delivery_id = $1 and attempt = $2";
    private static final String ADD = """
            insert into workflow (delivery_id, attempt, revision, status, due_at, document)
            values ($1, $2, 1, $3, $4, $5) on conflict do nothing""";
    private static final String REPLACE = """
            update workflow set revision = revision + 1, status = $4, due_at = $5, document = $6
            where delivery_id = $1 and attempt = $2 and revision = $3
            returning number, revision, document""";
    // A lease is a later due time: should this process die, the workflow is due again then.
    private static final String TAKE_DUE = """
            update workflow set revision = revision + 1, due_at = $2
            where number in
                (select number from workflow where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning number, revision, document""";
    private static final String LIST = "select " + ENTRY
            + " from workflow where number < $1 and ($2::text is null or status = $2) order by number desc limit $3";

    private final Transactions transactions;
    private final Outbox outbox;

    PgWorkflows(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return transactions
                .run(tx -> entries(tx, FIND, Tuple.of(deliveryId, attempt)))
                .map(PgWorkflows::first);
    }

    @Override
    public Uni<Boolean> add(Workflow workflow) {
        Tuple row = Tuple.of(
                workflow.deliveryId(),
                workflow.attempt(),
                workflow.state().status().name(),
                dueAt(workflow),
                Documents.json(workflow));
        return transactions.run(tx -> tx.preparedQuery(ADD).execute(row).map(added -> added.rowCount() == 1));
    }

    @Override
    public Uni<Optional<Entry>> replace(Entry read, Workflow workflow, List<? extends DeliveryRequest> requests) {
        Tuple row = Tuple.of(
                workflow.deliveryId(),
                workflow.attempt(),
                read.revision(),
                workflow.state().status().name(),
                dueAt(workflow),
                Documents.json(workflow));
        return transactions.run(tx -> entries(tx, REPLACE, row)
                .map(PgWorkflows::first)
                .chain(replaced -> replaced.isEmpty()
                        ? Uni.createFrom().item(replaced)
                        : outbox.append(
                                        tx,
                                        requests.stream()
                                                .map(PgWorkflows::outgoing)
                                                .toList())
                                .replaceWith(replaced)));
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return transactions.run(tx -> entries(tx, TAKE_DUE, Tuple.of(utc(now), utc(leaseEnd), limit)));
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return transactions.run(tx ->
                entries(tx, LIST, Tuple.of(before, status.map(Status::name).orElse(null), limit)));
    }

    private static Uni<List<Entry>> entries(SqlConnection tx, String statement, Tuple parameters) {
        return tx.preparedQuery(statement).execute(parameters).map(PgWorkflows::entries);
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Entry(
                        Documents.read(row, "document", Workflow.class),
                        row.getLong("number"),
                        row.getInteger("revision")))
                .toList();
    }

    private static Optional<Entry> first(List<Entry> entries) {
        return entries.stream().findFirst();
    }

    private static Outgoing outgoing(DeliveryRequest request) {
        return new Outgoing(Topic.DELIVERY_REQUESTS, request.deliveryId(), request.requestId(), request);
    }

    private static @Nullable OffsetDateTime dueAt(Workflow workflow) {
        return workflow.state().dueAt().map(PgWorkflows::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
