package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Shows how long the oldest message of the outbox has waited, asked every few seconds. Every instance asks, whether or not
 * it is the one that publishes: what nobody publishes must be seen, too. NaN while the database does not answer.
 */
@Singleton
class OutboxMeters {
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);
    private static final String OLDEST = """
            select extract(epoch from clock_timestamp() - kept_at)::float8 as age from outbox order by id limit 1""";

    private final Transactions transactions;
    private final PeriodicTask questions;
    private volatile double ageSeconds = Double.NaN;

    OutboxMeters(Vertx vertx, Transactions transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.questions = new PeriodicTask(vertx, ASK_EVERY, "outbox age", this::age);
        Gauge.builder("outbox.age", () -> ageSeconds)
                .description("how long the oldest unpublished message has waited, 0 if there is none")
                .baseUnit("seconds")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        questions.startAtOnce();
    }

    void stop(@Observes ShutdownEvent stopping) {
        questions.end();
    }

    private Uni<Double> age() {
        return transactions
                .query(OLDEST, Tuple.tuple())
                .map(rows -> Rows.first(rows, row -> row.getDouble("age")).orElse(0.0))
                .onFailure()
                .recoverWithItem(Double.NaN)
                .invoke(age -> ageSeconds = age);
    }
}
