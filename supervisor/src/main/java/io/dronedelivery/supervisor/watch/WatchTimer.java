package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.WatchDomain;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Checks the deliveries that are due, and counts what is watched. */
@Singleton
class WatchTimer {
    private static final Logger log = Logger.getLogger(WatchTimer.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final PeriodicTask watch;
    private final PeriodicTask counts;

    WatchTimer(Vertx vertx, WatchDomain domain, WatchedDeliveries watched, WatchMeters meters, WatchConfig config) {
        this.watch = new PeriodicTask(vertx, config.tick(), "watch", () -> domain.runner()
                .runDue()
                .invoke(raised -> raised.forEach(WatchTimer::logRaised)));
        this.counts = new PeriodicTask(
                vertx, COUNT_EVERY, "watch counts", () -> watched.counts().invoke(meters::set));
    }

    void start(@Observes StartupEvent started) {
        watch.start();
        counts.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        watch.end();
        counts.end();
    }

    private static void logRaised(Alert alert) {
        log.warnf(
                "alert raised kind=%s delivery=%s id=%s what=%s",
                alert.kind(), alert.deliveryId(), alert.id(), alert.what());
    }
}
