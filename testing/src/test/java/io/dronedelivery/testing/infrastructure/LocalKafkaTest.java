package io.dronedelivery.testing.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly")
class LocalKafkaTest {
    private static final String TOPIC = Topic.DELIVERY_EVENTS.topicName();

    private final Path folder;

    LocalKafkaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anAcknowledgedMessageSurvivesAKillOfTheBroker() throws Exception {
        LocalKafka killed = LocalKafka.start(folder, 0, false);
        send(killed, "before");

        killed.process().destroyForcibly().onExit().join();

        try (LocalKafka restarted = LocalKafka.start(folder, 0, true)) {
            send(restarted, "after");
            assertThat(received(restarted, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void aCompressedMessageThatIsTooLargeUnpackedIsRefused() {
        byte[] zeros = new byte[4 << 20];
        try (LocalKafka kafka = LocalKafka.start(folder, 0, false);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "compression.type",
                                "gzip",
                                "max.request.size",
                                2 * zeros.length),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>(TOPIC, zeros)).get())
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void everyTopicOfTheContractsHasItsPartitions() throws Exception {
        LocalKafka orphan = LocalKafka.start(folder, 0, false);
        try (LocalKafka kafka = LocalKafka.start(folder, 0, false);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(orphan.process().isAlive())
                    .as("a broker that outlived its starter")
                    .isFalse();
            List<String> names =
                    Topic.definitions().stream().map(Topic.Definition::name).toList();
            assertThat(admin.describeTopics(names).allTopicNames().get().values())
                    .extracting(topic ->
                            new Partitions(topic.name(), topic.partitions().size()))
                    .containsExactlyInAnyOrderElementsOf(Topic.definitions().stream()
                            .map(topic -> new Partitions(topic.name(), topic.partitions()))
                            .toList());
        }
    }

    private record Partitions(String topic, int count) {}

    private static void send(LocalKafka kafka, String text) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", text)).get();
        }
    }

    private static List<String> received(LocalKafka kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        List<String> texts = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (texts.size() < count) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
                    texts.add(message.value());
                }
            }
        }
        return texts;
    }
}
