package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
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
    // class: data exception
    private static final String UNFIT = "22";

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
        Uni<T> transaction = pool.withTransaction(tx -> work.apply(tx)
                        .map(result -> new Done<>(result, outbox.filledBy(tx)))
                        .onFailure()
                        .invoke(() -> outbox.filledBy(tx)))
                .onFailure(Transactions::lostRace)
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(TRIES_MAX)
                .onFailure(failure -> lostRace(failure) || outage(failure))
                .transform(Transactions::away)
                .onFailure(Transactions::unfit)
                .transform(Transactions::refused)
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
                .transform(Transactions::away)
                .onFailure(Transactions::unfit)
                .transform(Transactions::refused);
    }

    private static RemoteFailure away(Throwable failure) {
        return new RemoteFailure("The database can't be reached.", failure);
    }

    /** What the database says of it is for the log and the dead letters, not for clients. */
    private static ProblemException refused(Throwable failure) {
        ProblemException refused = new ProblemException(
                Refusal.INVALID,
                "A value can't be stored: a control character, say, or a number or time out of range.");
        refused.initCause(failure);
        return refused;
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
            // how the pool says that it has no connection to give, or is closed; and how it refuses a wrong parameter
            case NoStackTraceThrowable pool ->
                !String.valueOf(pool.getMessage()).startsWith("Parameter");
            default -> false;
        };
    }

    /** Data exceptions: a zero character, say, or a time that no calendar knows. */
    private static boolean unfit(Throwable failure) {
        return failure instanceof DatabaseException error
                && error.getSqlState() != null
                && error.getSqlState().startsWith(UNFIT);
    }
}
