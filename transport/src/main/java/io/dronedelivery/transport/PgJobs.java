package io.dronedelivery.transport;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.overland.Job;
import io.dronedelivery.transport.domain.overland.Jobs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Overland's jobs in PostgreSQL. A row without a document is a reference cancelled before it was booked. */
@Singleton
class PgJobs implements Jobs {
    private static final String FIND = "select document from job where reference = $1 and document is not null";
    private static final String KEEP =
            "insert into job (reference, stage, due_at, document) values ($1, $2, $3, $4) on conflict do nothing";
    private static final String CANCEL_UNBOOKED =
            "insert into job (reference, stage) values ($1, 'CANCELLED') on conflict do nothing";
    private static final String LOCK = FIND + " for update";
    // A lease is a later due time: should this process die, the job is due again then.
    private static final String TAKE_DUE = """
            update job set due_at = $2
            where reference in
                (select reference from job where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning document""";
    private static final String REPORTED =
            "update job set stage = $2, due_at = $3, document = $4 where reference = $1 and due_at is not null";

    private final Transactions transactions;

    PgJobs(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Job>> find(String reference) {
        return query(FIND, Tuple.of(reference)).map(rows -> Rows.first(rows, PgJobs::job));
    }

    @Override
    public Uni<Optional<Job>> keep(Job job) {
        return query(KEEP, row(job)).chain(() -> find(job.reference()));
    }

    @Override
    public Uni<Void> cancel(String reference) {
        return transactions.run(tx -> tx.preparedQuery(CANCEL_UNBOOKED)
                .execute(Tuple.of(reference))
                .chain(() -> tx.preparedQuery(LOCK).execute(Tuple.of(reference)))
                .chain(rows -> Rows.first(rows, PgJobs::job)
                        .map(booked -> tx.preparedQuery(REPORTED)
                                .execute(row(booked.at(Stage.CANCELLED)))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    @Override
    public Uni<List<Job>> takeDue(Instant now, Duration lease, int limit) {
        return query(TAKE_DUE, Tuple.of(Rows.utc(now), Rows.utc(now.plus(lease)), limit))
                .map(rows -> Rows.all(rows, PgJobs::job));
    }

    @Override
    public Uni<Void> reported(Job job) {
        return query(REPORTED, row(job)).replaceWithVoid();
    }

    private Uni<RowSet<Row>> query(String statement, Tuple parameters) {
        return transactions.run(tx -> tx.preparedQuery(statement).execute(parameters));
    }

    private static Tuple row(Job job) {
        return Tuple.of(
                job.reference(),
                job.reported().name(),
                job.dueAt().map(Rows::utc).orElse(null),
                Documents.json(job));
    }

    private static Job job(Row row) {
        return Documents.read(row, "document", Job.class);
    }
}
