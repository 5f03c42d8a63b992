package io.dronedelivery.testing.records;

import io.dronedelivery.testing.invariants.StoredTopics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records of any bytes to a broker, and reads records and committed offsets. */
public final class RecordProbe implements AutoCloseable {
    private static final int REQUEST_BYTES_MAX = 2 << 20;

    private final StoredTopics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    public RecordProbe(String bootstrapServers) {
        this.topics = new StoredTopics(bootstrapServers);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", REQUEST_BYTES_MAX),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Sends records in their order, and returns their offsets once the broker has all. */
    public List<Long> send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        return sent.stream().map(each -> done(each).offset()).toList();
    }

    /** The offset before which a group has acknowledged every record of the partition. */
    public long acknowledgedBefore(String group, TopicPartition partition) {
        OffsetAndMetadata committed = done(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .get(partition);
        return committed == null ? 0 : committed.offset();
    }

    /** All records that are in a topic now. */
    public Collection<ConsumerRecord<byte[], byte[]>> all(String topic) {
        return topics.all(topic);
    }

    private static <T> T done(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
