package io.dronedelivery.chassis.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Opens the relay's sessions, outside the pool: however many requests wait for a connection, the relay has its own. */
@Singleton
class RelaySessions {
    /**
     * A session that says nothing for so long is ended by the database, with its lock: the process of the relay hangs, or
     * nobody can reach it. It says something more often than that, whatever it waits for.
     */
    static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final DatabaseConnections connections;

    RelaySessions(Vertx vertx, DatabaseConnections connections) {
        this.vertx = vertx;
        this.connections = connections;
    }

    Uni<RelaySession> open() {
        return PgConnection.connect(vertx, options()).map(RelaySession::new);
    }

    PgConnectOptions options() {
        return connections
                .options()
                .setCachePreparedStatements(true)
                .addProperty("application_name", "outbox relay")
                .addProperty("idle_session_timeout", String.valueOf(SILENCE_MAX.toMillis()));
    }
}
