package io.dronedelivery.supervisor;

import io.dronedelivery.supervisor.domain.watch.Alert;
import io.dronedelivery.supervisor.domain.watch.Rounds;
import io.dronedelivery.supervisor.domain.watch.Watched;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Has the watch go round, and counts what it watches. */
@Singleton
class WatchTimer {
    private static final Logger log = Logger.getLogger(WatchTimer.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Rounds rounds;
    private final Watched watched;
    private final WatchMeters meters;
    private final SupervisorConfig config;
    private final List<Pulse> pulses = new ArrayList<>();

    WatchTimer(Vertx vertx, Rounds rounds, Watched watched, WatchMeters meters, SupervisorConfig config) {
        this.vertx = vertx;
        this.rounds = rounds;
        this.watched = watched;
        this.meters = meters;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        pulses.add(Pulse.every(
                vertx, config.tick(), "the watch", rounds::runDue, raised -> raised.forEach(WatchTimer::tell)));
        pulses.add(Pulse.every(vertx, COUNT_EVERY, "the count of the watch", watched::census, meters::set));
    }

    void stop(@Observes ShutdownEvent stopping) {
        pulses.forEach(Pulse::end);
    }

    private static void tell(Alert alert) {
        log.warnf(
                "alert kind=%s delivery=%s id=%s what=%s", alert.kind(), alert.deliveryId(), alert.id(), alert.what());
    }
}
