package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Shows how many compensations have not ended, by status, counted every few seconds. */
@Singleton
class CompensationMeters {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final MeterRegistry meters;
    private final PeriodicTask counts;
    private volatile Map<Status, Long> open = Map.of();

    CompensationMeters(Vertx vertx, Compensations compensations, MeterRegistry meters) {
        this.meters = meters;
        this.counts = new PeriodicTask(vertx, COUNT_EVERY, "compensation counts", () -> compensations
                .open()
                .invoke(counted -> open = counted));
    }

    void start(@Observes StartupEvent started) {
        Status.OPEN.forEach(this::show);
        counts.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        counts.end();
    }

    private void show(Status status) {
        Gauge.builder("compensations.open", () -> open.getOrDefault(status, 0L))
                .description("compensations that have not ended")
                .tag("status", status.name())
                .register(meters);
    }
}
