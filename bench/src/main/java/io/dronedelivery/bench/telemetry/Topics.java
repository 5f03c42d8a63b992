package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.local.project.Endpoints;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The topics of a measurement, and how far consumer groups have come in them. */
final class Topics implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final short ONE_COPY = 1;

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Endpoints.kafka()));

    /** Creates topics. */
    void create(List<String> names, int partitions) throws InterruptedException {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, partitions, ONE_COPY))
                .toList();
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException refused) {
            throw unanswered(refused);
        }
    }

    /**
     * Waits until a group has committed all of a topic.
     *
     * @return the time when it had, by {@link System#nanoTime}
     * @throws InvalidMeasurement if that takes longer
     */
    long awaitNoLag(String group, String topic, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Map<TopicPartition, Long> ends = ends(topic);
        while (lag(group, ends) > 0) {
            if (System.nanoTime() > deadline) {
                throw new InvalidMeasurement(
                        group + " has not come to the end of " + topic + " in " + timeout.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
        return System.nanoTime();
    }

    private Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                            .flatMap(description -> description.partitions().stream())
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    _ -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                    .offset()));
        } catch (ExecutionException refused) {
            throw unanswered(refused);
        }
    }

    private long lag(String group, Map<TopicPartition, Long> ends) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                    .sum();
        } catch (ExecutionException refused) {
            throw unanswered(refused);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static InvalidMeasurement unanswered(ExecutionException refused) {
        return new InvalidMeasurement("Kafka refused: " + refused.getCause());
    }

    @Override
    public void close() {
        admin.close();
    }
}
