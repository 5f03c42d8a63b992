package io.dronedelivery.drone.telemetry;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.drone.telemetry.domain.LinkMonitor;
import io.dronedelivery.drone.telemetry.domain.StopMonitor;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** What is done periodically while the service runs. */
@Singleton
class PeriodicTasks {
    private static final Logger log = Logger.getLogger(PeriodicTasks.class);
    private static final Duration REFRESH_EVERY = Duration.ofMillis(200);
    private static final Duration REFRESH_REST_MAX = Duration.ofSeconds(1);
    private static final Duration SAVE_EVERY = Duration.ofMillis(500);
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private final List<PeriodicTask> tasks;

    PeriodicTasks(Vertx vertx, Telemetry telemetry, LinkMonitor links, StopMonitor stops) {
        tasks = List.of(
                PeriodicTask.resting(vertx, REFRESH_EVERY, REFRESH_REST_MAX, "refresh", telemetry::refresh),
                new PeriodicTask(vertx, SAVE_EVERY, "save", telemetry::save),
                new PeriodicTask(
                        vertx, WATCH_EVERY, "lost links", () -> links.watch().invoke(PeriodicTasks::logLost)),
                new PeriodicTask(vertx, WATCH_EVERY, "stopped flights", () -> stops.watch()
                        .invoke(PeriodicTasks::logStopped)));
    }

    void start(@Observes StartupEvent event) {
        tasks.forEach(PeriodicTask::start);
    }

    void stop(@Observes ShutdownEvent event) {
        tasks.forEach(PeriodicTask::end);
    }

    private static void logLost(List<String> silent) {
        silent.forEach(droneId -> log.warnf("link lost drone=%s", droneId));
    }

    private static void logStopped(List<FlightStopped> stopped) {
        stopped.forEach(flight -> log.infof(
                "flight stopped drone=%s delivery=%s attempt=%d because=%s",
                flight.droneId(),
                flight.mission().deliveryId(),
                flight.mission().attempt(),
                flight.because()));
    }
}
