package io.dronedelivery.supervisor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does something again and again in real time, never twice at a time; what fails waits for the next time. */
final class Pulse {
    private static final Logger log = Logger.getLogger(Pulse.class);

    private final Vertx vertx;
    private final long timer;

    private Pulse(Vertx vertx, long timer) {
        this.vertx = vertx;
        this.timer = timer;
    }

    /**
     * Begins.
     *
     * @param what names the work in the log
     * @param heard is told what came of it each time
     */
    static <T> Pulse every(
            Vertx vertx, Duration pause, String what, Supplier<Uni<? extends T>> work, Consumer<T> heard) {
        AtomicBoolean running = new AtomicBoolean();
        long timer = vertx.setPeriodic(pause.toMillis(), _ -> {
            if (running.compareAndSet(false, true)) {
                Uni.createFrom()
                        .deferred(work)
                        .onTermination()
                        .invoke(() -> running.set(false))
                        .subscribe()
                        .with(heard, failure -> log.warnf("%s waits because=%s", what, failure));
            }
        });
        return new Pulse(vertx, timer);
    }

    void end() {
        vertx.cancelTimer(timer);
    }
}
