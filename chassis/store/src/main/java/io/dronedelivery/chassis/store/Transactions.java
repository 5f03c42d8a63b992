package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.RemoteFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.DatabaseException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work in one transaction each. */
@Singleton
public class Transactions {
    private static final int TRIES_MAX = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    // PostgreSQL's appendix A: serialization_failure and deadlock_detected
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");
    // classes: connection exception, insufficient resources, operator intervention (shutdown, crash)
    private static final Set<String> OUTAGES = Set.of("08", "53", "57");

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
     * @return fails with {@link RemoteFailure} where the database is away
     */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        Uni<T> transaction = pool.withTransaction(tx -> work.apply(tx)
                        .map(result -> new Done<>(result, outbox.filledBy(tx)))
                        .onFailure()
                        .invoke(() -> outbox.filledBy(tx)))
                .onFailure(Transactions::lostRace)
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(TRIES_MAX)
                .onFailure(Transactions::outage)
                .transform(Transactions::away)
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
        return pool.preparedQuery(sql)
                .execute(parameters)
                .onFailure(Transactions::outage)
                .transform(Transactions::away);
    }

    private static RemoteFailure away(Throwable failure) {
        return new RemoteFailure("The database can't be reached.", failure);
    }

    private static boolean lostRace(Throwable failure) {
        return failure instanceof DatabaseException error && LOST_RACES.contains(String.valueOf(error.getSqlState()));
    }

    private static boolean outage(Throwable failure) {
        return switch (failure) {
            case DatabaseException error -> {
                String state = error.getSqlState();
                yield state != null && OUTAGES.contains(state.substring(0, 2));
            }
            case VertxException _, IOException _, TimeoutException _ -> true;
            default -> isPoolTimeout(failure);
        };
    }

    // the pool's own time-out is an anonymous throwable
    private static boolean isPoolTimeout(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("Timeout");
    }
}
