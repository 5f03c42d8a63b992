package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.retry.Outage;
import io.dronedelivery.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class KeyedConsumerTest {
    private final List<String> begun = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();

    @Test
    void messagesOfOneKeyWaitForEachOtherAndThoseOfOthersDoNot() {
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, 10, this::handle);
        consumer.accept(message("a", "a1"));
        consumer.accept(message("a", "a2"));
        consumer.accept(message("b", "b1"));
        assertThat(begun).containsExactly("a1", "b1");

        underWay.getFirst().complete(null);

        assertThat(begun).containsExactly("a1", "b1", "a2");
        assertThat(settled).containsExactly("ack a1");
    }

    @Test
    void beyondTheLimitTheTopicWaits() {
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, 2, this::handle);
        assertThat(consumer.accept(message("a", "a1")).toCompletableFuture()).isDone();
        CompletableFuture<Void> room = consumer.accept(message("b", "b1")).toCompletableFuture();
        assertThat(room).isNotDone();

        underWay.getFirst().complete(null);

        assertThat(room).isDone();
    }

    @Test
    void whatCannotBeParsedGoesToTheDeadLettersAndTheNextGoesOn() {
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, 2, this::handle);
        consumer.accept(raw("a", "{not json"));
        consumer.accept(message("a", "a2"));
        underWay.getFirst().complete(null);

        assertThat(settled).containsExactly("nack {not json", "ack a2");
    }

    @Test
    void aMessageOfNothingButNullIsNoMessage() {
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, 2, this::handle);
        consumer.accept(raw("a", "null"));

        assertThat(settled).containsExactly("nack null");
    }

    @Test
    void aDeadLetterTellsWhoseAndWhichFaultItIs() {
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, 2, this::handle);
        consumer.accept(raw("a", "{not json")
                .withNackWithMetadata((_, metadata) -> note(metadata.get(OutgoingKafkaRecordMetadata.class)
                        .map(told -> told.getHeaders().toString())
                        .orElse(""))));

        assertThat(settled).singleElement(STRING).contains(DeadLetters.GROUP).contains(DeadLetters.STACK_DIGEST);
    }

    @Test
    void aFailureThatQuotesAllOfItsMessageIsAbridged() {
        List<Throwable> told = new ArrayList<>();
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(
                Note.class, 2, _ -> Uni.createFrom().failure(new IllegalStateException("x".repeat(1_000_000))));
        consumer.accept(message("a", "a1").withNack(failure -> {
            told.add(failure);
            return CompletableFuture.completedFuture(null);
        }));

        assertThat(told).singleElement().satisfies(failure -> {
            assertThat(failure.getMessage())
                    .startsWith("java.lang.IllegalStateException: xxx")
                    .hasSizeLessThan(5_000);
            assertThat(DeadLetters.className(failure)).isEqualTo(IllegalStateException.class.getName());
            assertThat(DeadLetters.abridged(failure)).as("once").isSameAs(failure);
        });
    }

    @Test
    void whatAnOutagePreventsIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(
                Note.class,
                2,
                _ -> tries.incrementAndGet() < 3
                        ? Uni.createFrom().failure(new RemoteFailure("away"))
                        : Uni.createFrom().voidItem());
        consumer.accept(message("a", "a1").withAck(() -> {
            acknowledged.complete(null);
            return acknowledged;
        }));

        acknowledged.orTimeout(10, SECONDS).join();
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatWaitsAtTheGateIsNotBegunAndTheTopicWaitsBehindIt() {
        CompletableFuture<Void> open = new CompletableFuture<>();
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, Set.of(), 2, this::handle, () -> open);
        CompletableFuture<Void> room = consumer.accept(message("a", "a1")).toCompletableFuture();
        assertThat(begun).isEmpty();
        assertThat(room).isNotDone();

        open.complete(null);

        assertThat(begun).containsExactly("a1");
        assertThat(settled).isEmpty();
        assertThat(room).isDone();
    }

    @Test
    void whatIsIgnoredIsAcknowledgedAndNotEvenParsed() {
        KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, Set.of(Note.class), this::handle);
        consumer.accept(raw("a", "{not json", "Note"));
        consumer.accept(raw("a", "{neither", "Other"));

        assertThat(settled).containsExactly("ack {not json", "nack {neither");
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneForThatLong() {
        Duration asked = Duration.ofSeconds(1);
        AtomicInteger tries = new AtomicInteger();
        long begun = System.nanoTime();

        String done = Outage.retryUntilOver(
                        "test",
                        () -> tries.getAndIncrement() == 0
                                ? Uni.createFrom().<String>failure(new RemoteFailure("busy", asked, null))
                                : Uni.createFrom().item("done"))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(done).isEqualTo("done");
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(asked.toNanos());
    }

    private Uni<Void> handle(Note note) {
        begun.add(note.text());
        return Uni.createFrom().emitter(underWay::add);
    }

    private Message<byte[]> message(String key, String text) {
        return settling(text, raw(key, Json.text(new Note(text))));
    }

    private Message<byte[]> raw(String key, String payload) {
        return raw(key, payload, "Note");
    }

    private Message<byte[]> raw(String key, String payload, String type) {
        ConsumerRecord<byte[], byte[]> consumed =
                new ConsumerRecord<>("notes", 0, 0, key.getBytes(UTF_8), payload.getBytes(UTF_8));
        consumed.headers().add("ce_type", type.getBytes(UTF_8));
        return settling(
                payload,
                Message.of(consumed.value(), Metadata.of(new IncomingKafkaRecordMetadata<>(consumed, "notes"))));
    }

    private Message<byte[]> settling(String text, Message<byte[]> message) {
        return message.withAck(() -> note("ack " + text)).withNack(_ -> note("nack " + text));
    }

    private CompletableFuture<Void> note(String what) {
        settled.add(what);
        return CompletableFuture.completedFuture(null);
    }
}
