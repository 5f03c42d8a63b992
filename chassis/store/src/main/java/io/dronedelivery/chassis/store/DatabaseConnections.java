package io.dronedelivery.chassis.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * How connections to the database are made: by the settings of Quarkus, TLS included. It makes the pool as Quarkus would, and
 * keeps the settings for who needs a connection outside the pool.
 */
@Singleton
class DatabaseConnections implements PgPoolCreator {
    private final Instance<Pool> pool;
    private volatile @Nullable PgConnectOptions options;

    DatabaseConnections(Instance<Pool> pool) {
        this.pool = pool;
    }

    @Override
    public io.vertx.sqlclient.Pool create(Input input) {
        PgConnectOptions onlyDatabase = input.pgConnectOptionsList().getFirst();
        options = onlyDatabase;
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(onlyDatabase)
                .using(input.vertx())
                .build();
    }

    /** A copy of the settings. */
    PgConnectOptions options() {
        pool.get().size(); // the pool is made at its first use
        PgConnectOptions made = options;
        if (made == null) {
            throw new IllegalStateException("the pool was not made by this class");
        }
        return new PgConnectOptions(made);
    }
}
