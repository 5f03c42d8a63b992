package io.dronedelivery.testing.invariants;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topics of a real broker.
 *
 * @param bootstrapServers where the broker is
 */
public record StoredTopics(String bootstrapServers) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Every message of a topic, in order per key. */
    public <T> List<T> read(Topic topic, Class<T> type) {
        return all(topic.topicName(), Integer.MAX_VALUE).stream()
                .map(message -> Json.read(message.value(), type))
                .toList();
    }

    /** Every message of a topic that could not be processed, with its headers. */
    public Collection<ConsumerRecord<String, byte[]>> deadLetters(Topic topic) {
        return all(topic.deadLetters(), Integer.MAX_VALUE);
    }

    /**
     * Sends the latest messages of a topic once more, as they are.
     *
     * @return how many those were
     */
    public int sendAgain(Topic topic, int perPartitionMax) {
        Collection<ConsumerRecord<String, byte[]>> messages = all(topic.topicName(), perPartitionMax);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            messages.forEach(message -> producer.send(
                    new ProducerRecord<>(topic.topicName(), null, message.key(), message.value(), message.headers())));
        }
        return messages.size();
    }

    /** Where every topic ends now. */
    public Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(Arrays.stream(Topic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }
    }

    /** What of the messages before those ends consumer groups have not read yet, in words. */
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

    private Collection<ConsumerRecord<String, byte[]>> all(String topic, int perPartitionMax) {
        Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> latest = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(message -> {
                    Deque<ConsumerRecord<String, byte[]>> kept = latest.computeIfAbsent(
                            new TopicPartition(message.topic(), message.partition()), _ -> new ArrayDeque<>());
                    kept.addLast(message);
                    if (kept.size() > perPartitionMax) {
                        kept.removeFirst();
                    }
                });
            }
        }
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        latest.values().forEach(messages::addAll);
        return messages;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
