package io.dronedelivery.bench.measurement;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Lets a consumer read a whole topic alone, without a consumer group. */
public final class WholeTopic {
    private WholeTopic() {}

    /** Assigns all partitions of the topic, and returns them. */
    public static List<TopicPartition> assign(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    /** Assigns all partitions of the topic from their present ends: every later record is read. */
    public static void assignEnd(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = assign(consumer, topic);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // looked up now, and not with the first poll
    }
}
