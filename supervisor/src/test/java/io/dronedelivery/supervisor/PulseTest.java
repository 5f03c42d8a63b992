package io.dronedelivery.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void isNeverAtItsWorkTwiceAtATime() {
        List<UniEmitter<? super String>> underWay = new CopyOnWriteArrayList<>();
        beat(() -> Uni.createFrom().emitter(underWay::add));
        await().until(() -> underWay.size() == 1);

        await().during(Duration.ofMillis(50)).until(() -> underWay.size() == 1);
        underWay.getFirst().complete("done");

        await().until(() -> underWay.size() == 2);
        assertThat(heard).containsExactly("done");
    }

    @Test
    void goesOnAfterWorkThatFails() {
        beat(() -> Uni.createFrom().failure(new IllegalStateException("the database is away")));

        await().until(() -> begun.get() > 2);
    }

    @Test
    void goesOnAfterWorkThatCannotEvenBegin() {
        beat(() -> {
            throw new IllegalStateException("a bug");
        });

        await().until(() -> begun.get() > 2);
    }

    @Test
    void endsWhenItIsTold() {
        Pulse pulse = beat(() -> Uni.createFrom().item("done"));
        await().until(() -> begun.get() > 0);

        pulse.end();

        int atMost = begun.get() + 1; // one may have begun meanwhile
        await().during(Duration.ofMillis(50)).until(() -> begun.get() <= atMost);
    }

    private Pulse beat(Supplier<Uni<? extends String>> work) {
        return Pulse.every(
                vertx,
                Duration.ofMillis(2),
                "the test",
                () -> {
                    begun.incrementAndGet();
                    return work.get();
                },
                heard::add);
    }
}
