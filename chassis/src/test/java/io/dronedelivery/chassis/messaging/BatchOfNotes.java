package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** A batch that notes how it and its records are settled. The broker refuses the first dead letters, as many as told. */
final class BatchOfNotes implements KafkaRecordBatch<byte[], byte[]> {
    private static final KafkaCommitHandler NOTHING_TO_COMMIT = new KafkaCommitHandler() {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
            return Uni.createFrom().voidItem();
        }
    };

    private final List<KafkaRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private int refusals;

    BatchOfNotes note(String key, String text) {
        return record(key, Json.text(new Note(text)));
    }

    BatchOfNotes record(String key, String payload) {
        ConsumerRecord<byte[], byte[]> consumed =
                new ConsumerRecord<>("notes", 0, records.size(), key.getBytes(UTF_8), payload.getBytes(UTF_8));
        records.add(new IncomingKafkaRecord<>(
                consumed, "notes", 0, NOTHING_TO_COMMIT, new Failures(payload), false, false));
        return this;
    }

    BatchOfNotes refusing(int deadLetters) {
        refusals = deadLetters;
        return this;
    }

    /** What was acknowledged or went to the dead letters, in this order. */
    List<String> settled() {
        return settled;
    }

    private final class Failures implements KafkaFailureHandler {
        private final String payload;

        Failures(String payload) {
            this.payload = payload;
        }

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable failure, Metadata metadata) {
            if (refusals > 0) {
                refusals--;
                return Uni.createFrom().failure(new IOException("the broker is away"));
            }
            settled.add("dead " + payload);
            return Uni.createFrom().voidItem();
        }
    }

    @Override
    public Supplier<CompletionStage<Void>> getAck() {
        return () -> {
            settled.add("batch");
            return CompletableFuture.completedFuture(null);
        };
    }

    @Override
    public CompletionStage<Void> ack() {
        return getAck().get();
    }

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
