package io.dronedelivery.chassis.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger runs = new AtomicInteger();
    private final List<String> results = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void neverRunsTwiceAtATime() {
        List<UniEmitter<? super String>> running = new CopyOnWriteArrayList<>();
        start(() -> Uni.createFrom().emitter(running::add));
        await().until(() -> running.size() == 1);

        await().during(Duration.ofMillis(50)).until(() -> running.size() == 1);
        running.getFirst().complete("done");

        await().until(() -> running.size() == 2);
        assertThat(results).containsExactly("done");
    }

    @Test
    void goesOnAfterAFailure() {
        start(() -> Uni.createFrom().failure(new IllegalStateException("the database is away")));

        await().until(() -> runs.get() > 2);
    }

    @Test
    void goesOnAfterAnException() {
        start(() -> {
            throw new IllegalStateException("a bug");
        });

        await().until(() -> runs.get() > 2);
    }

    @Test
    void stopsWhenItIsEnded() {
        PeriodicTask task = start(() -> Uni.createFrom().item("done"));
        await().until(() -> runs.get() > 0);

        task.end();

        int atMost = runs.get() + 1; // one may have begun meanwhile
        await().during(Duration.ofMillis(50)).until(() -> runs.get() <= atMost);
    }

    @Test
    void ifItIsWantedSoonWhileItRunsItRunsOnceMore() {
        List<UniEmitter<? super String>> running = new CopyOnWriteArrayList<>();
        PeriodicTask task = task(Duration.ofDays(1), () -> Uni.createFrom().emitter(running::add));
        task.soon();
        assertThat(running).as("before the start").isEmpty();
        task.start();

        task.soon();
        task.soon();
        task.soon();
        assertThat(running).hasSize(1);
        running.getFirst().complete("done");
        running.getLast().complete("done");

        assertThat(running).hasSize(2);
        task.end();
        task.soon();
        assertThat(running).as("after the end").hasSize(2);
    }

    @Test
    void restsWhileThereIsNothingToDo() {
        AtomicBoolean something = new AtomicBoolean();
        PeriodicTask resting =
                PeriodicTask.resting(vertx, Duration.ofMillis(2), Duration.ofMillis(128), "the test", () -> {
                    runs.incrementAndGet();
                    return Uni.createFrom().item(something.get());
                });
        AtomicInteger periods = new AtomicInteger();
        vertx.setPeriodic(2, _ -> periods.incrementAndGet());
        resting.start();

        await().until(() -> periods.get() > 200);
        assertThat(runs.get())
                .as("at first, and after 2, 4, 8, 16, 32, 64 and 64 periods")
                .isBetween(5, 10);

        something.set(true);
        await().until(() -> runs.get() > 50);
    }

    private PeriodicTask start(Supplier<Uni<String>> work) {
        PeriodicTask task = task(Duration.ofMillis(2), work);
        task.start();
        return task;
    }

    private PeriodicTask task(Duration period, Supplier<Uni<String>> work) {
        return new PeriodicTask(vertx, period, "the test", () -> {
            runs.incrementAndGet();
            return work.get().invoke(results::add);
        });
    }
}
