package io.dronedelivery.transport;

import io.dronedelivery.transport.domain.Dispatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has the dispatch look, every few moments of real time, at what is due by the scaled clock. */
@Singleton
class DispatchTimer {
    private static final Logger log = Logger.getLogger(DispatchTimer.class);

    private final Vertx vertx;
    private final Dispatch dispatch;
    private final Duration tick;
    private final AtomicBoolean running = new AtomicBoolean();
    private long timer;

    DispatchTimer(
            Vertx vertx,
            Dispatch dispatch,
            @ConfigProperty(name = "transport.tick", defaultValue = "200ms") Duration tick) {
        this.vertx = vertx;
        this.dispatch = dispatch;
        this.tick = tick;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(tick.toMillis(), _ -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (running.compareAndSet(false, true)) {
            dispatch.reportDue()
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> log.warnf("reports wait because=%s", failure));
        }
    }
}
