package io.dronedelivery.testing.invariants;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a real broker.
 *
 * @param bootstrapServers where the broker is
 */
public record StoredTopics(String bootstrapServers) {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int REQUEST_BYTES_MAX = 2 << 20; // more than any topic takes: the broker decides

    /** Every message of a topic, in order per key; records that are no such messages are left out. */
    public <T> List<T> read(Topic topic, Class<T> type) {
        return all(topic.topicName()).stream()
                .flatMap(record -> message(record.value(), type).stream())
                .toList();
    }

    private static <T> Optional<T> message(byte @Nullable [] payload, Class<T> type) {
        try {
            return payload == null ? Optional.empty() : Optional.ofNullable(Json.read(payload, type));
        } catch (UncheckedIOException malformed) {
            return Optional.empty();
        }
    }

    /** Every message of a topic that could not be processed, with its headers. */
    public Collection<ConsumerRecord<byte[], byte[]>> deadLetters(Topic topic) {
        return all(topic.deadLetters());
    }

    /** Every record of a topic, in order per partition. */
    public Collection<ConsumerRecord<byte[], byte[]>> all(String topic) {
        return all(topic, Integer.MAX_VALUE);
    }

    /**
     * Sends the latest messages of a topic once more, as they are.
     *
     * @return how many those were
     */
    public int sendAgain(Topic topic, int perPartitionMax) {
        Collection<ConsumerRecord<byte[], byte[]>> messages = all(topic.topicName(), perPartitionMax);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(sending(), new ByteArraySerializer(), new ByteArraySerializer())) {
            messages.forEach(message -> producer.send(
                    new ProducerRecord<>(topic.topicName(), null, message.key(), message.value(), message.headers())));
        }
        return messages.size();
    }

    /** Where every topic ends now, those of the dead letters included. */
    public Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(Topic.definitions().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }
    }

    /** How many messages before those ends each consumer group has not read yet, in words. */
    public List<String> unread(Map<TopicPartition, Long> ends) {
        try (Admin admin = Admin.create(settings())) {
            List<String> unread = new ArrayList<>();
            for (GroupListing group : admin.listGroups().all().get()) {
                long lag = lag(admin, group.groupId(), ends);
                if (lag > 0) {
                    unread.add(lag + " messages are not read yet by " + group.groupId());
                }
            }
            return unread;
        } catch (ExecutionException unreachable) {
            throw new IllegalStateException("The broker can't be asked: " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", interrupted);
        }
    }

    private static long lag(Admin admin, String group, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return read.entrySet().stream()
                .mapToLong(position -> ends.getOrDefault(position.getKey(), 0L)
                        - position.getValue().offset())
                .filter(behind -> behind > 0)
                .sum();
    }

    private Collection<ConsumerRecord<byte[], byte[]>> all(String topic, int perPartitionMax) {
        Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> latest = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(message -> {
                    Deque<ConsumerRecord<byte[], byte[]>> kept = latest.computeIfAbsent(
                            new TopicPartition(message.topic(), message.partition()), _ -> new ArrayDeque<>());
                    kept.addLast(message);
                    if (kept.size() > perPartitionMax) {
                        kept.removeFirst();
                    }
                });
            }
        }
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        latest.values().forEach(messages::addAll);
        return messages;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> sending() {
        return Map.of("bootstrap.servers", bootstrapServers, "max.request.size", REQUEST_BYTES_MAX);
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
