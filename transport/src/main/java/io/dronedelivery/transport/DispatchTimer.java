package io.dronedelivery.transport;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.transport.domain.overland.Dispatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the dispatch at a fixed rate of real time; what is due follows the scaled clock. */
@Singleton
class DispatchTimer {
    private final PeriodicTask reports;

    DispatchTimer(
            Vertx vertx,
            Dispatch dispatch,
            @ConfigProperty(name = "transport.tick", defaultValue = "200ms") Duration tick,
            @ConfigProperty(name = "transport.rest-max", defaultValue = "1s") Duration restMax) {
        this.reports = PeriodicTask.resting(
                vertx, tick, restMax, "reports", () -> dispatch.reportDue().map(reported -> reported > 0));
    }

    void start(@Observes StartupEvent started) {
        reports.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reports.end();
    }
}
