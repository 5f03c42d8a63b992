package io.dronedelivery.supervisor.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.dronedelivery.supervisor.deadletter.domain.InMemoryDeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.UnreliableDeadLetters;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class DeadLetterConsumerTest {
    private static final String TOPIC = "delivery.events.dead";
    private static final byte[] PAYLOAD = "{".getBytes(UTF_8);

    private final InMemoryDeadLetters kept = new InMemoryDeadLetters(_ -> {});
    private final UnreliableDeadLetters letters = new UnreliableDeadLetters(kept);
    private final DeadLetterConsumer consumer = new DeadLetterConsumer(letters, InstantSource.fixed(Instant.EPOCH));
    private final List<String> settled = new ArrayList<>();

    @Test
    void anOutageIsWaitedOut() {
        letters.failNext(new RemoteFailure("away"));
        letters.failNext(new RemoteFailure("still away"));

        consume(7);

        assertThat(kept.all()).singleElement().extracting(StoredLetter::payload).isEqualTo(Payload.of(PAYLOAD));
        assertThat(settled).containsExactly("ack 7");
    }

    @Test
    void ifALetterCannotBeStoredItsPlaceIsAndTheNextLetterIsProcessed() {
        letters.failNext(new IllegalStateException("a bug"));
        letters.failNext(new IllegalStateException("and the database is at fault"));

        consume(7);
        consume(8);

        assertThat(settled).containsExactly("ack 7", "ack 8");
        assertThat(kept.all())
                .extracting(letter -> letter.entry().letter().place())
                .containsExactly(new Place(TOPIC, 0, 7), new Place(TOPIC, 0, 8));
        StoredLetter place = kept.all().getFirst();
        DeadLetter letter = place.entry().letter();
        assertThat(place.payload()).isNull();
        assertThat(letter.failure().message())
                .contains("could not be kept here")
                .contains("a bug");
    }

    @Test
    void aLetterThatComesAgainIsKnown() {
        consume(7);
        consume(7);

        assertThat(kept.all()).hasSize(1);
        assertThat(settled).containsExactly("ack 7", "ack 7");
    }

    private void consume(long offset) {
        ConsumerRecord<byte[], byte[]> dead = new ConsumerRecord<>(TOPIC, 0, offset, "key".getBytes(UTF_8), PAYLOAD);
        Message<byte[]> message = Message.of(
                        PAYLOAD, Metadata.of(new IncomingKafkaRecordMetadata<>(dead, "dead-letters")))
                .withAck(() -> settle("ack " + offset))
                .withNack(_ -> settle("nack " + offset));
        consumer.on(message)
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<Void> settle(String how) {
        settled.add(how);
        return CompletableFuture.completedFuture(null);
    }
}
