package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work in one transaction each. */
@Singleton
public class Transactions {
    private final Pool pool;
    private final Outbox outbox;
    private final OutboxRelay relay;

    Transactions(Pool pool, Outbox outbox, OutboxRelay relay) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
    }

    /** What came of a transaction, and whether it left something to be published. */
    private record Done<T>(@Nullable T result, boolean published) {}

    /**
     * Commits what the work does, all or nothing. A lost race is run again, from the start. The transaction goes on to its
     * end though its caller is cancelled: a connection is never left in the middle.
     *
     * @return fails with {@link RemoteFailure} where the database is away or the race is lost again and again, and with a
     *     {@link ProblemException} where a value can't be stored
     */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        Uni<Done<T>> once = pool.withTransaction(tx -> work.apply(tx)
                .map(result -> new Done<>(result, outbox.filledBy(tx)))
                .onFailure()
                .invoke(() -> outbox.filledBy(tx)));
        Uni<T> transaction = DatabaseFailures.handled(once, DatabaseFailures.LOST_RACES)
                .invoke(done -> {
                    if (done.published()) {
                        relay.nudge();
                    }
                })
                .map(Done::result);
        return Uni.createFrom().emitter(caller -> transaction.subscribe().with(caller::complete, caller::fail));
    }

    /**
     * Runs one query on its own.
     *
     * @return fails with {@link RemoteFailure} where the database is away
     */
    public Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return DatabaseFailures.explained(pool.preparedQuery(sql).execute(parameters));
    }
}
