package io.dronedelivery.chassis.timer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does something again and again in real time, never twice at a time. If it fails, it is done again the next time. */
public final class PeriodicTask {
    private static final Logger log = Logger.getLogger(PeriodicTask.class);

    private final Vertx vertx;
    private final Duration period;
    private final String name;
    private final Supplier<Uni<?>> task;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean started;
    private volatile long timer;

    /**
     * A task that is not started yet.
     *
     * @param name names the task in the log
     */
    public PeriodicTask(Vertx vertx, Duration period, String name, Supplier<Uni<?>> task) {
        this.vertx = vertx;
        this.period = period;
        this.name = name;
        this.task = task;
    }

    /** Does it after each period from now on. */
    public void start() {
        started = true;
        timer = vertx.setPeriodic(period.toMillis(), _ -> run());
    }

    /** Does it at once, and after each period from now on. */
    public void startAtOnce() {
        start();
        vertx.runOnContext(this::soon);
    }

    /** Does it at once; if it is being done, once more after that. Nothing happens before the start and after the end. */
    public void soon() {
        wanted.set(true);
        run();
    }

    /** Does it no more. What is being done goes on to its end. */
    public void end() {
        started = false;
        vertx.cancelTimer(timer);
    }

    private void run() {
        if (started && running.compareAndSet(false, true)) {
            wanted.set(false);
            Uni.createFrom()
                    .deferred(task)
                    .onTermination()
                    .invoke(this::done)
                    .subscribe()
                    .with(_ -> {}, failure -> log.warnf("periodic task failed task=%s because=%s", name, failure));
        }
    }

    private void done() {
        running.set(false);
        if (wanted.get()) {
            run();
        }
    }
}
