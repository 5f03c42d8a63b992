package io.dronedelivery.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BulkConsumerTest {
    private final List<List<String>> carriedOut = new ArrayList<>();
    private final BulkConsumer<Note> consumer = new BulkConsumer<>(Note.class, this::handle);

    private Uni<Void> handle(List<Note> notes) {
        List<String> texts = notes.stream().map(Note::text).toList();
        if (texts.contains("bad")) {
            return Uni.createFrom().failure(new IllegalStateException("bad"));
        }
        carriedOut.add(texts);
        return Uni.createFrom().voidItem();
    }

    @Test
    void allMessagesAreCarriedOutAtOnce() {
        BatchOfNotes batch = new BatchOfNotes().note("a", "a1").note("b", "b1").note("a", "a2");
        assertThat(consumer.accept(batch)).isCompleted();

        assertThat(carriedOut).containsExactly(List.of("a1", "b1", "a2"));
        assertThat(batch.settled()).containsExactly("batch");
    }

    @Test
    void oneThatCannotBeProcessedDoesNotHoldUpTheOthers() {
        BatchOfNotes batch = new BatchOfNotes().note("a", "a1").note("b", "bad").note("c", "c1");
        assertThat(consumer.accept(batch)).isCompleted();

        assertThat(carriedOut).containsExactly(List.of("a1"), List.of("c1"));
        assertThat(batch.settled()).containsExactly("dead {\"text\":\"bad\"}", "batch");
    }

    @Test
    void aBatchIsAcknowledgedOnlyOnceTheBrokerHasItsDeadLetters() {
        BatchOfNotes batch = new BatchOfNotes().record("a", "{not json").refusing(2);
        CompletableFuture<Void> taken = consumer.accept(batch).toCompletableFuture();
        await().until(taken::isDone);

        assertThat(taken).isCompleted();
        assertThat(batch.settled()).containsExactly("dead {not json", "batch");
    }
}
