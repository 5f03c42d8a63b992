package io.dronedelivery.bench.load;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of events. To ask the services instead would be a load of its own. */
public final class DeliveryEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<DeliveryEvent> reader;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Events from now on.
     *
     * @param reader takes each event, on a thread of this class
     */
    public DeliveryEvents(String bootstrapServers, Consumer<DeliveryEvent> reader) {
        this.reader = reader;
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
        this.thread = Thread.ofPlatform().daemon().name("bench-events").start(this::read);
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(message -> reader.accept(Json.read(message.value(), DeliveryEvent.class)));
            }
        }
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
