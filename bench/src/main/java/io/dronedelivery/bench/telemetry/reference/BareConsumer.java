package io.dronedelivery.bench.telemetry.reference;

import io.dronedelivery.bench.measurement.WholeTopic;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.DroneStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Does the least that anything can do with the drone location stream: reads every message as the service does, and commits. */
public final class BareConsumer {
    /** Its consumer group; also the name of the process. */
    public static final String GROUP = "bench-bare-consumer";

    private static final int RECORDS_MAX = 1_000; // as the service takes at once
    private static final Duration POLL = Duration.ofMillis(100);

    private BareConsumer() {}

    /** Runs until the process is ended. The argument is the broker. */
    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                arguments[0],
                "group.id",
                GROUP,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                RECORDS_MAX);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            // Without a group's rebalances: it stands still for minutes.
            WholeTopic.assign(consumer, Topic.DRONE_TELEMETRY.topicName());
            while (true) {
                consume(consumer);
            }
        }
    }

    private static void consume(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> message : records) {
            Objects.requireNonNull(Json.read(message.value(), DroneStream.class).droneId());
        }
        if (!records.isEmpty()) {
            consumer.commitAsync();
        }
    }
}
