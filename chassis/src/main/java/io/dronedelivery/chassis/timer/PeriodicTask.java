package io.dronedelivery.chassis.timer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again in real time, never twice at a time. If it fails, it is done again the next time. One that
 * rests is done less and less often while there is nothing to do.
 */
public final class PeriodicTask {
    private static final Logger log = Logger.getLogger(PeriodicTask.class);

    private final Vertx vertx;
    private final Duration period;
    private final String name;
    private final Supplier<Uni<?>> task;
    private final long restMax;
    private final AtomicLong periodsLeft = new AtomicLong();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile long rest = 1; // in periods
    private volatile boolean started;
    private volatile long timer;

    /**
     * A task that is not started yet.
     *
     * @param name names the task in the log
     */
    public PeriodicTask(Vertx vertx, Duration period, String name, Supplier<Uni<?>> task) {
        this(vertx, period, period, name, task);
    }

    private PeriodicTask(Vertx vertx, Duration period, Duration restMax, String name, Supplier<Uni<?>> task) {
        this.vertx = vertx;
        this.period = period;
        this.restMax = restMax.dividedBy(period);
        this.name = name;
        this.task = task;
    }

    /**
     * A task that is not started yet. Each time that there was nothing to do, it rests twice as long as before.
     *
     * @param restMax how long it rests at most
     * @param name names the task in the log
     * @param task tells whether there was anything to do
     */
    public static PeriodicTask resting(
            Vertx vertx, Duration period, Duration restMax, String name, Supplier<Uni<Boolean>> task) {
        return new PeriodicTask(vertx, period, restMax, name, task::get);
    }

    /** Does it after each period from now on. */
    public void start() {
        started = true;
        timer = vertx.setPeriodic(period.toMillis(), _ -> {
            if (periodsLeft.decrementAndGet() <= 0) {
                run();
            }
        });
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
                    .invoke(this::rest)
                    .onTermination()
                    .invoke(this::done)
                    .subscribe()
                    .with(_ -> {}, failure -> log.warnf("periodic task failed task=%s because=%s", name, failure));
        }
    }

    private void rest(@Nullable Object found) {
        rest = Boolean.FALSE.equals(found) ? Math.min(2 * rest, restMax) : 1;
        periodsLeft.set(rest);
    }

    private void done() {
        running.set(false);
        if (wanted.get()) {
            run();
        }
    }
}
