package io.dronedelivery.chassis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private static final int SIZE_MAX = 3;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final List<List<String>> begun = new CopyOnWriteArrayList<>();
    private final List<UniEmitter<? super List<String>>> underWay = new CopyOnWriteArrayList<>();
    private final Batcher<String, String> batcher = new Batcher<>(vertx, 1, SIZE_MAX, this::batch);

    @AfterEach
    void close() {
        vertx.close();
    }

    private Uni<List<String>> batch(List<String> works) {
        begun.add(works);
        return Uni.createFrom().emitter(underWay::add);
    }

    private CompletableFuture<String> run(String key, String work) {
        return batcher.run(key, work).subscribeAsCompletionStage();
    }

    private void awaitBegun(List<String> works) {
        await().until(() -> begun.size() == underWay.size() && begun.getLast().equals(works));
    }

    private void answer(int which) {
        underWay.get(which)
                .complete(begun.get(which).stream().map(work -> work + " done").toList());
    }

    private CompletableFuture<String> beginOne() {
        CompletableFuture<String> first = run("a", "a1");
        awaitBegun(List.of("a1"));
        return first;
    }

    @Test
    void whoeverWaitsSharesTheNextBatch() {
        CompletableFuture<String> first = beginOne();
        CompletableFuture<String> second = run("b", "b1");
        CompletableFuture<String> third = run("c", "c1");
        assertThat(begun).hasSize(1);

        answer(0);
        awaitBegun(List.of("b1", "c1"));
        answer(1);

        assertThat(first).succeedsWithin(SOON).isEqualTo("a1 done");
        assertThat(second).succeedsWithin(SOON).isEqualTo("b1 done");
        assertThat(third).succeedsWithin(SOON).isEqualTo("c1 done");
    }

    @Test
    void workOnOneKeyIsNeverTogetherAndStaysInOrder() {
        beginOne();
        run("b", "b1");
        run("b", "b2");
        run("c", "c1");
        run("b", "b3");

        answer(0);
        awaitBegun(List.of("b1", "c1"));
        answer(1);
        awaitBegun(List.of("b2"));
        answer(2);
        awaitBegun(List.of("b3"));
    }

    @Test
    void aBatchHasNoMoreWorkThanAllowed() {
        beginOne();
        List.of("b", "c", "d", "e").forEach(key -> run(key, key));

        answer(0);
        awaitBegun(List.of("b", "c", "d"));
        answer(1);
        awaitBegun(List.of("e"));
    }

    @Test
    void whatCannotBeStoredDoesNotHoldUpTheOthers() {
        beginOne();
        CompletableFuture<String> bad = run("b", "bad");
        CompletableFuture<String> good = run("c", "good");
        answer(0);
        awaitBegun(List.of("bad", "good"));

        underWay.get(1).fail(new IllegalArgumentException("a value can't be stored"));
        awaitBegun(List.of("bad"));
        underWay.get(2).fail(new IllegalArgumentException("a value can't be stored"));
        awaitBegun(List.of("good"));
        answer(3);

        assertThat(bad).failsWithin(SOON);
        assertThat(good).succeedsWithin(SOON).isEqualTo("good done");
        run("d", "d1");
        awaitBegun(List.of("d1"));
    }

    @Test
    void anOutageFailsAllOfThemAtOnce() {
        beginOne();
        CompletableFuture<String> second = run("b", "b1");
        CompletableFuture<String> third = run("c", "c1");
        answer(0);
        awaitBegun(List.of("b1", "c1"));

        underWay.get(1).fail(new RemoteFailure("away"));

        assertThat(second).failsWithin(SOON);
        assertThat(third).failsWithin(SOON);
        assertThat(begun).hasSize(2);
    }

    @Test
    void aBatchThatDoesNotEvenBeginHasFailed() {
        Batcher<String, String> broken = new Batcher<>(vertx, 1, SIZE_MAX, _ -> {
            throw new IllegalStateException("no such client");
        });

        assertThat(broken.run("a", "a1").subscribeAsCompletionStage()).failsWithin(SOON);
        assertThat(broken.run("a", "a2").subscribeAsCompletionStage()).failsWithin(SOON);
    }

    @Test
    void aCallerIsAnsweredInItsOwnContext() {
        Context own = vertx.getOrCreateContext();
        CompletableFuture<Context> answeredIn = new CompletableFuture<>();
        own.runOnContext(
                _ -> batcher.run("a", "a1").subscribe().with(_ -> answeredIn.complete(Vertx.currentContext())));
        awaitBegun(List.of("a1"));
        answer(0);

        assertThat(answeredIn).succeedsWithin(SOON).isSameAs(own);
    }
}
