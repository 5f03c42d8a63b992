package io.dronedelivery.testing.records;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that no producer of ours sends.
 *
 * @param name what is wrong with it
 * @param headers in their order; values may be null
 * @param readable whether its payload is a valid message of the topic, so that it may be processed
 */
public record MalformedRecord(
        String name, byte @Nullable [] key, byte @Nullable [] payload, List<Header> headers, boolean readable) {
    static final String OF_THE_CONNECTOR = "__smallrye_generationId";

    /** To be sent to a partition of a topic. */
    public ProducerRecord<byte[], byte[]> to(String topic, int partition) {
        return new ProducerRecord<>(topic, partition, key, payload, headers);
    }

    /** The headers that reach a consumer: all but the one that the Kafka connector removes. */
    public List<Header> received() {
        return headers.stream()
                .filter(header -> !header.key().equals(OF_THE_CONNECTOR))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
