package io.dronedelivery.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.decision.InMemoryDeliveries;
import io.dronedelivery.delivery.owner.LatestTelemetry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class TelemetryConsumerTest {
    private static final int REFUSALS = 3;

    private final AtomicInteger attempts = new AtomicInteger();
    private final TelemetryConsumer consumer = new TelemetryConsumer(
            DeliveryDomain.of(new InMemoryDeliveries(_ -> {}), () -> Instant.EPOCH, new Random()),
            new LatestTelemetry(),
            new TelemetryDelay(new SimpleMeterRegistry()));

    @Test
    void aBatchIsAcknowledgedOnlyOnceTheBrokerHasItsDeadLetters() {
        KafkaRecord<byte[], byte[]> unreadable =
                KafkaRecord.of("drone-7".getBytes(UTF_8), new byte[] {'{'}).withNack(_ -> deadLetter());
        CompletionStage<Void> taken = consumer.on(new Batch(List.of(unreadable)));
        await().atMost(Duration.ofSeconds(20)).until(taken.toCompletableFuture()::isDone);
        assertThat(taken.toCompletableFuture()).isCompleted();
        assertThat(attempts).hasValue(REFUSALS + 1);
    }

    private CompletionStage<Void> deadLetter() {
        return attempts.incrementAndGet() <= REFUSALS
                ? CompletableFuture.failedFuture(new IOException("the broker is away"))
                : CompletableFuture.completedFuture(null);
    }

    private record Batch(List<KafkaRecord<byte[], byte[]>> records) implements KafkaRecordBatch<byte[], byte[]> {
        @Override
        public List<KafkaRecord<byte[], byte[]>> getRecords() {
            return records;
        }

        @Override
        public Map<TopicPartition, KafkaRecord<byte[], byte[]>> getLatestOffsetRecords() {
            return Map.of();
        }

        @Override
        public Iterator<KafkaRecord<byte[], byte[]>> iterator() {
            return records.iterator();
        }

        @Override
        public List<byte[]> getPayload() {
            return records.stream().map(Message::getPayload).toList();
        }
    }
}
