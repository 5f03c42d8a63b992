package io.dronedelivery.supervisor.watch;

import io.dronedelivery.supervisor.shared.PeriodicTask;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.WatchRunner;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Checks the deliveries that are due, and counts what is watched. */
@Singleton
class WatchTimer {
    private static final Logger log = Logger.getLogger(WatchTimer.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final WatchRunner runner;
    private final WatchedDeliveries watched;
    private final WatchMeters meters;
    private final WatchConfig config;
    private final List<PeriodicTask> tasks = new ArrayList<>();

    WatchTimer(Vertx vertx, WatchRunner runner, WatchedDeliveries watched, WatchMeters meters, WatchConfig config) {
        this.vertx = vertx;
        this.runner = runner;
        this.watched = watched;
        this.meters = meters;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        tasks.add(PeriodicTask.every(
                vertx, config.tick(), "watch", runner::runDue, raised -> raised.forEach(WatchTimer::logRaised)));
        tasks.add(PeriodicTask.every(vertx, COUNT_EVERY, "watch counts", watched::counts, meters::set));
    }

    void stop(@Observes ShutdownEvent stopping) {
        tasks.forEach(PeriodicTask::end);
    }

    private static void logRaised(Alert alert) {
        log.warnf(
                "alert raised kind=%s delivery=%s id=%s what=%s",
                alert.kind(), alert.deliveryId(), alert.id(), alert.what());
    }
}
