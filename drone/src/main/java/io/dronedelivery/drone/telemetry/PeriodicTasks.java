package io.dronedelivery.drone.telemetry;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.drone.telemetry.domain.LinkMonitor;
import io.dronedelivery.drone.telemetry.domain.RecallMonitor;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What is done periodically while the service runs; a task never runs twice at a time. */
@Singleton
class PeriodicTasks {
    private static final Logger log = Logger.getLogger(PeriodicTasks.class);
    private static final Duration REFRESH_EVERY = Duration.ofMillis(200);
    private static final Duration SAVE_EVERY = Duration.ofMillis(500);
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private final List<Cancellable> running = new ArrayList<>();
    private final Telemetry telemetry;
    private final LinkMonitor links;
    private final RecallMonitor recalls;

    PeriodicTasks(Telemetry telemetry, LinkMonitor links, RecallMonitor recalls) {
        this.telemetry = telemetry;
        this.links = links;
        this.recalls = recalls;
    }

    void start(@Observes StartupEvent event) {
        every(REFRESH_EVERY, telemetry::refresh);
        every(SAVE_EVERY, telemetry::save);
        every(WATCH_EVERY, () -> links.watch().invoke(PeriodicTasks::logLost).replaceWithVoid());
        every(
                WATCH_EVERY,
                () -> recalls.watch().invoke(PeriodicTasks::logStopped).replaceWithVoid());
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

    private void every(Duration period, Supplier<Uni<Void>> task) {
        running.add(Multi.createFrom()
                .ticks()
                .every(period)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> task.get()
                        .onFailure()
                        .invoke(failure -> log.warnf("periodic task failed because=%s", failure))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(_ -> {}));
    }

    void stop(@Observes ShutdownEvent event) {
        running.forEach(Cancellable::cancel);
    }
}
