package io.dronedelivery.chassis.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the relay's sessions, outside the pool: however many requests wait for a connection, the relay has its own. */
@Singleton
class RelaySessions {
    /**
     * A session that says nothing for so long is ended by the database, with its lock: the process of the relay hangs, or
     * nobody can reach it. It says something more often than that, whatever it waits for.
     */
    static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final PgConnectOptions options;

    RelaySessions(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.options = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .addProperty("application_name", "outbox relay")
                .addProperty("idle_session_timeout", String.valueOf(SILENCE_MAX.toMillis()));
    }

    Uni<RelaySession> open() {
        return PgConnection.connect(vertx, options).map(RelaySession::new);
    }
}
