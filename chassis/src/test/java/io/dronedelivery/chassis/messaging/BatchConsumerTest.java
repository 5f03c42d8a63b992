package io.dronedelivery.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchConsumerTest {
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
    private final BatchConsumer<Note> consumer = new BatchConsumer<>(Note.class, Set.of(), 2, this::handle);

    private Uni<Void> handle(Note note) {
        begun.add(note.text());
        return Uni.createFrom().emitter(underWay::add);
    }

    private void finish(int which) {
        underWay.get(which).complete(null);
    }

    @Test
    void messagesOfOneKeyWaitForEachOtherAndTheBatchForAll() {
        BatchOfNotes batch = new BatchOfNotes().note("a", "a1").note("a", "a2");
        consumer.accept(batch);
        assertThat(begun).containsExactly("a1");

        finish(0);
        assertThat(begun).containsExactly("a1", "a2");
        assertThat(batch.settled()).isEmpty();

        finish(1);
        assertThat(batch.settled()).containsExactly("batch");
    }

    @Test
    void beyondTheLimitTheTopicWaits() {
        CompletableFuture<Void> room = consumer.accept(
                        new BatchOfNotes().note("a", "a1").note("b", "b1").note("c", "c1"))
                .toCompletableFuture();
        assertThat(begun).containsExactly("a1", "b1");

        finish(0);
        assertThat(begun).containsExactly("a1", "b1", "c1");
        assertThat(room).isNotDone();

        finish(1);
        assertThat(room).isDone();
    }

    @Test
    void whileThereIsRoomTheNextBatchIsBegun() {
        BatchOfNotes first = new BatchOfNotes().note("a", "a1");
        BatchOfNotes second = new BatchOfNotes().note("b", "b1");
        assertThat(consumer.accept(first).toCompletableFuture()).isDone();
        consumer.accept(second);

        finish(1);
        assertThat(first.settled()).isEmpty();
        assertThat(second.settled()).containsExactly("batch");
    }

    @Test
    void whatFailsGoesToTheDeadLettersBeforeTheBatchIsAcknowledged() {
        BatchOfNotes batch = new BatchOfNotes().record("a", "{not json", "Note").note("b", "b1");
        consumer.accept(batch);
        assertThat(batch.settled()).isEmpty();

        finish(0);
        assertThat(batch.settled()).containsExactly("dead {not json", "batch");
    }

    @Test
    void whatIsIgnoredIsNotEvenParsed() {
        BatchConsumer<Note> ignoring = new BatchConsumer<>(Note.class, Set.of(Note.class), this::handle);
        BatchOfNotes batch = new BatchOfNotes().record("a", "{not json", "Note").record("a", "{neither", "Other");
        ignoring.accept(batch);

        assertThat(batch.settled()).containsExactly("dead {neither", "batch");
    }
}
