package io.dronedelivery.bench.load;

import io.dronedelivery.bench.measurement.WholeTopic;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the records of a topic from now on, without a consumer group. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final BiConsumer<String, byte[]> reader;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * A reader that knows when it begins: every later record is read.
     *
     * @param reader takes key and value of each record, on a thread of this class
     */
    public TopicReader(String bootstrapServers, String topic, BiConsumer<String, byte[]> reader) {
        this.reader = reader;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        WholeTopic.assignEnd(consumer, topic);
        this.thread = Thread.ofPlatform().daemon().name("bench-reader-" + topic).start(this::read);
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(message -> reader.accept(message.key(), message.value()));
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
