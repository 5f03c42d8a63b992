package io.dronedelivery.supervisor.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does something again and again in real time, never twice at a time. If it fails, it is done again the next time. */
public final class PeriodicTask {
    private static final Logger log = Logger.getLogger(PeriodicTask.class);

    private final Vertx vertx;
    private final long timer;

    private PeriodicTask(Vertx vertx, long timer) {
        this.vertx = vertx;
        this.timer = timer;
    }

    /**
     * Begins.
     *
     * @param name names the task in the log
     * @param onResult is told the result of each run
     */
    public static <T> PeriodicTask every(
            Vertx vertx, Duration period, String name, Supplier<Uni<? extends T>> task, Consumer<T> onResult) {
        AtomicBoolean running = new AtomicBoolean();
        long timer = vertx.setPeriodic(period.toMillis(), _ -> {
            if (running.compareAndSet(false, true)) {
                Uni.createFrom()
                        .deferred(task)
                        .onTermination()
                        .invoke(() -> running.set(false))
                        .subscribe()
                        .with(onResult, failure -> log.warnf("periodic task failed task=%s because=%s", name, failure));
            }
        });
        return new PeriodicTask(vertx, timer);
    }

    public void end() {
        vertx.cancelTimer(timer);
    }
}
