package io.dronedelivery.chassis.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * A service is not ready while its database does not answer. Quarkus's own check of the connection that only migrates
 * waits for as long as a frozen database is silent; this one says so after a moment.
 */
@Readiness
@Singleton
class DatabaseReadiness implements AsyncHealthCheck {
    private static final String NAME = "The database";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** A database may vanish without a word; then a new connection is tried. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(10);

    private final Pool pool;
    private @Nullable CompletableFuture<RowSet<Row>> question;

    DatabaseReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> question().copy()) // who waits no longer ends the copy only
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .map(_ -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }

    /** One at a time: the silence of the database must not use up the pool. */
    private synchronized CompletableFuture<RowSet<Row>> question() {
        if (question == null || question.isDone()) {
            question = pool.query("select 1")
                    .execute()
                    .ifNoItem()
                    .after(GIVEN_UP_AFTER)
                    .fail()
                    .subscribeAsCompletionStage();
        }
        return question;
    }
}
