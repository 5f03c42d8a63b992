package io.dronedelivery.chassis.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/**
 * A session of the database that holds, or tries to get, the lock by which one instance at a time publishes an outbox. The
 * lock is lost with the connection. Each statement is a transaction of its own.
 */
final class RelaySession {
    /**
     * For so long after the database was asked, the lock counts as held. This is well below the silence after which the
     * database ends the session, so a process that was frozen does not take for held what another has by now.
     */
    static final Duration CONFIRMED_FOR = Duration.ofSeconds(3);

    /**
     * A lock is confirmed once its last confirmation is this old. At rest, each round's query confirms it before that, so a
     * query of its own would only cost the database. While a round waits for the broker, this leaves time for two tries.
     */
    static final Duration CONFIRM_AFTER = Duration.ofSeconds(1);

    private static final long LOCK = 0x0B0C5;

    private final SqlConnection connection;
    private volatile boolean locked;
    private volatile long confirmedAt;

    RelaySession(SqlConnection connection) {
        this.connection = connection;
        connection.closeHandler(() -> locked = false);
    }

    /** Tries to get the lock, or confirms that it is held if that was not confirmed a moment ago. */
    Uni<Boolean> hold() {
        if (confirmedWithin(CONFIRM_AFTER)) {
            return Uni.createFrom().item(true);
        }
        return (locked
                        ? execute("select true as mine", Tuple.tuple())
                        : execute("select pg_try_advisory_lock($1) as mine", Tuple.of(LOCK)))
                .map(rows -> rows.iterator().next().getBoolean("mine"))
                .invoke(mine -> locked = mine);
    }

    /** Whether the lock is held: the connection is not lost, and the database has confirmed so a moment ago. */
    boolean holds() {
        return confirmedWithin(CONFIRMED_FOR);
    }

    private boolean confirmedWithin(Duration time) {
        return locked && System.nanoTime() - confirmedAt < time.toNanos();
    }

    /** Runs a statement. Its answer says that the lock was still held when it was sent. Fails if none comes for long. */
    Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return Uni.createFrom().deferred(() -> {
            long sentAt = System.nanoTime();
            return connection
                    .preparedQuery(sql)
                    .execute(parameters)
                    .ifNoItem()
                    .after(RelaySessions.SILENCE_MAX)
                    .fail()
                    .invoke(() -> confirmedAt = sentAt);
        });
    }

    /** Closes the connection, which gives the lock back. */
    Uni<Void> close() {
        locked = false;
        return connection.close();
    }
}
