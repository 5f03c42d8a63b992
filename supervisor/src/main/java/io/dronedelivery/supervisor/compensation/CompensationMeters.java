package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.shared.OpenCounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Shows how many compensations have not ended, by status. */
@Singleton
class CompensationMeters {
    private final MeterRegistry meters;
    private final OpenCounts<Status> open;

    CompensationMeters(Vertx vertx, Compensations compensations, MeterRegistry meters) {
        this.meters = meters;
        this.open = new OpenCounts<>(vertx, "compensation counts", compensations::open);
    }

    void start(@Observes StartupEvent started) {
        Status.OPEN.forEach(status ->
                open.show(meters, "compensations.open", "compensations that have not ended", "status", status));
        open.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        open.end();
    }
}
