package io.dronedelivery.bench.load;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the outcome of each delivery from the topic of events. To ask the services would be a load of its own. */
final class DeliveryOutcomes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final ConcurrentMap<String, CompletableFuture<DeliveryEvent>> answers = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;

    DeliveryOutcomes(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.DELIVERY_EVENTS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // looked up now, so that every later event is read
        this.thread = Thread.ofPlatform().daemon().name("bench-outcomes").start(this::read);
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(message -> answer(Json.read(message.value(), DeliveryEvent.class)));
            }
        }
    }

    private void answer(DeliveryEvent event) {
        if (event.header().status() != DeliveryStatus.PENDING) {
            of(event.header().deliveryId()).complete(event);
        }
    }

    /** Completes with the first event of the delivery that tells more than PENDING. */
    CompletableFuture<DeliveryEvent> of(String deliveryId) {
        return answers.computeIfAbsent(deliveryId, _ -> new CompletableFuture<>());
    }

    /** Forgets the outcome of a delivery. */
    void forget(String deliveryId) {
        answers.remove(deliveryId);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
