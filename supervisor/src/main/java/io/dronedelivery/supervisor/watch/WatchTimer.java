package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.supervisor.shared.SupervisorConfig;
import io.dronedelivery.supervisor.watch.domain.Alert;
import io.dronedelivery.supervisor.watch.domain.Deliveries;
import io.dronedelivery.supervisor.watch.domain.WatchRunner;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Checks the deliveries that are due, and counts what is watched. */
@Singleton
class WatchTimer {
    private static final Logger log = Logger.getLogger(WatchTimer.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final PeriodicTask watch;
    private final PeriodicTask counts;

    WatchTimer(
            Vertx vertx,
            WatchedDeliveries watched,
            Deliveries deliveries,
            WatchMeters meters,
            SupervisorConfig config,
            InstantSource clock) {
        WatchRunner.Limits limits = new WatchRunner.Limits(
                config.answerWithin(), config.overdueGrace(), config.checkAgain(), config.lease());
        WatchRunner runner = new WatchRunner(watched, deliveries, limits, clock);
        watch = PeriodicTask.resting(vertx, config.tick(), config.restMax(), "watch", () -> runner.runDue()
                .invoke(checked -> checked.raised().forEach(WatchTimer::logRaised))
                .map(checked -> checked.due() > 0));
        counts = new PeriodicTask(
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
