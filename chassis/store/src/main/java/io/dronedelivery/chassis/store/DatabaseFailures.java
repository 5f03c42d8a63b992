package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Says what a failure of the database means: a lost race, an outage, or a value that can't be stored. */
public final class DatabaseFailures {
    /** PostgreSQL's appendix A: serialization_failure and deadlock_detected. */
    public static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    private static final int TRIES_MAX = 6;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(10), Duration.ofMillis(200));
    // classes: connection exception, insufficient resources, operator intervention (shutdown, crash)
    private static final Set<String> OUTAGES = Set.of("08", "53", "57");
    // class: data exception
    private static final String UNFIT = "22";
    private static final int CLASS_CHARACTERS = 2;

    private DatabaseFailures() {}

    /**
     * Runs a transaction again, from the start, when it has lost a race.
     *
     * @param transaction the whole transaction, begun by each subscription
     * @param races the SQL states by which it loses a race
     * @return fails with {@link RemoteFailure} where the database is away or the race is lost again and again, and with a
     *     {@link ProblemException} where a value can't be stored
     */
    public static <T> Uni<T> handled(Uni<T> transaction, Set<String> races) {
        Predicate<Throwable> lost = failure -> failure instanceof ConcurrentUpdate || races.contains(sqlState(failure));
        return explained(
                BACKOFF.retry(transaction, lost, TRIES_MAX).onFailure(lost).transform(DatabaseFailures::away));
    }

    /**
     * Says in the words of the chassis why a query failed.
     *
     * @return fails with {@link RemoteFailure} where the database is away, and with a {@link ProblemException} where a
     *     value can't be stored
     */
    static <T> Uni<T> explained(Uni<T> query) {
        return query.onFailure(DatabaseFailures::outage)
                .transform(DatabaseFailures::away)
                .onFailure(failure -> sqlClass(failure).equals(UNFIT))
                .transform(DatabaseFailures::refused);
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

    private static boolean outage(Throwable failure) {
        return switch (failure) {
            case DatabaseException _, SQLException _ -> OUTAGES.contains(sqlClass(failure));
            // the last is how the client says that it has no connection to give, or that one is gone
            case VertxException _, IOException _, TimeoutException _, NoStackTraceThrowable _ -> true;
            default -> false;
        };
    }

    private static String sqlClass(Throwable failure) {
        String state = sqlState(failure);
        return state.length() < CLASS_CHARACTERS ? "" : state.substring(0, CLASS_CHARACTERS);
    }

    private static String sqlState(Throwable failure) {
        String state =
                switch (failure) {
                    case DatabaseException error -> error.getSqlState();
                    case SQLException error -> error.getSQLState();
                    default -> null;
                };
        return state == null ? "" : state;
    }
}
