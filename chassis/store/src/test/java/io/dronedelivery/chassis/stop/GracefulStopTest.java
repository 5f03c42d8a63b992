package io.dronedelivery.chassis.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.channel.BrokerAdmin;
import io.dronedelivery.chassis.stop.NoteConsumer.Note;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

/** Goes through the stop of a service step by step. Quarkus is started for this test alone: it is of no use afterwards. */
@QuarkusTest
@TestProfile(GracefulStopTest.OwnService.class)
class GracefulStopTest {
    private static final int NOTES = 3_000;
    private static final int HANDLED_BEFORE_THE_STOP = 50;
    private static final int KEYS = 20;
    private static final String GROUP = "delivery";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Restarts Quarkus for this test; the consumer soon notices another one. */
    public static final class OwnService implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.incoming.delivery-compensations.heartbeat.interval.ms", "200");
        }
    }

    private final NoteConsumer consumer;
    private final KafkaConnector connector;
    private final BrokerAdmin broker;
    private final Event<ShutdownDelayInitiatedEvent> begin;
    private final Event<ShutdownEvent> end;

    GracefulStopTest(
            NoteConsumer consumer,
            @Connector(KafkaConnector.CONNECTOR_NAME) KafkaConnector connector,
            BrokerAdmin broker,
            Event<ShutdownDelayInitiatedEvent> begin,
            Event<ShutdownEvent> end) {
        this.consumer = consumer;
        this.connector = connector;
        this.broker = broker;
        this.begin = begin;
        this.end = end;
    }

    @Test
    void anotherInstanceAndAStopUnderLoadLeaveNothingHalfDone() throws Exception {
        send();
        await().atMost(TIMEOUT).until(() -> consumer.handled().size() > HANDLED_BEFORE_THE_STOP);
        List<Note> handledElsewhere = anotherInstance();

        begin.fire(new ShutdownDelayInitiatedEvent());
        end.fire(new ShutdownEvent());
        connector.terminate(this);

        List<Note> handled = Stream.concat(consumer.handled().stream(), handledElsewhere.stream())
                .toList();
        assertThat(handled)
                .as("stopped under load, each once")
                .hasSizeLessThan(NOTES)
                .doesNotHaveDuplicates();
        assertThat(committed())
                .as("what is handled is committed, and nothing else")
                .isEqualTo(handled.size());
    }

    /** Takes partitions over, handles what comes first, and leaves the group again. */
    private static List<Note> anotherInstance() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<byte[], byte[]> other =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(Topic.DELIVERY_COMPENSATIONS.topicName()));
            ConsumerRecords<byte[], byte[]> records = await().atMost(TIMEOUT)
                    .until(() -> other.poll(Duration.ofMillis(100)), polled -> !polled.isEmpty());
            other.commitSync();
            return StreamSupport.stream(records.spliterator(), false)
                    .map(each -> Json.read(each.value(), Note.class))
                    .toList();
        }
    }

    private static void send() {
        try (KafkaProbe probe = new KafkaProbe()) {
            for (int note = 0; note < NOTES; note++) {
                String id = "note-" + note;
                probe.send(
                        Topic.DELIVERY_COMPENSATIONS.topicName(),
                        "key-" + note % KEYS,
                        id,
                        "Note",
                        Json.bytes(new Note(id)));
            }
        }
    }

    /** How many records another instance would not get any more. */
    private long committed() throws ExecutionException, InterruptedException {
        return broker.client().listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(Topic.DELIVERY_COMPENSATIONS.topicName()))
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }
}
