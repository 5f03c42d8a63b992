package io.dronedelivery.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sends to and reads from the broker of the tests, not through the service under test. It skips records
 * without a key or a payload, which no service sends.
 */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> broker;
    private final KafkaProducer<String, byte[]> producer;

    /** A probe of the broker that the running Quarkus test uses. */
    public KafkaProbe() {
        this(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    public KafkaProbe(String bootstrapServers) {
        this.broker = Map.of("bootstrap.servers", bootstrapServers);
        this.producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    }

    /** {@link #await} by a new probe of the running Quarkus test, which is then closed. */
    public static <T> List<T> published(Topic topic, Class<T> type, Predicate<T> wanted, int count) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.await(topic, type, wanted, count);
        }
    }

    /** Sends a message as a service would, and waits until the broker has it. */
    public void send(Topic topic, String key, String id, Object contract) {
        send(topic.topicName(), key, id, contract.getClass().getSimpleName(), Json.bytes(contract));
    }

    /** Sends any bytes. */
    public void send(String topic, String key, String id, String type, byte[] payload) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        message.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_source", "/probe".getBytes(UTF_8))
                .add("ce_type", type.getBytes(UTF_8));
        producer.send(message);
        producer.flush();
    }

    /** Reads a topic from its start until that many messages match, and returns those in the order of their partition. */
    public <T> List<T> await(Topic topic, Class<T> type, Predicate<T> wanted, int count) {
        return awaitRecords(topic.topicName(), seen -> isWanted(seen, type, wanted), count).stream()
                .map(seen -> Json.read(seen.value(), type))
                .toList();
    }

    private static <T> boolean isWanted(ConsumerRecord<String, byte[]> seen, Class<T> type, Predicate<T> wanted) {
        try {
            @Nullable T message = Json.read(seen.value(), type); // null where the payload is
            return message != null && wanted.test(message);
        } catch (UncheckedIOException malformed) {
            return false;
        }
    }

    /** The same with keys and headers, of any topic. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = fromStart(topic)) {
            while (found.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("waited " + TIMEOUT + " for " + count + " messages on " + topic + ", saw "
                            + found.stream()
                                    .map(seen -> new String(seen.value(), UTF_8))
                                    .toList());
                }
                poll(consumer, wanted).forEach(found::add);
            }
        }
        return found;
    }

    /** All messages that are in a topic now. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = fromStart(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                poll(consumer, _ -> true).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<ConsumerRecord<String, byte[]>> poll(
            KafkaConsumer<String, byte[]> consumer, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .filter(seen -> seen.key() != null && seen.value() != null && wanted.test(seen));
    }

    private KafkaConsumer<String, byte[]> fromStart(String topic) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    @Override
    public void close() {
        producer.close();
    }
}
