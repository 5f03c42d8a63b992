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
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

/** Goes through the stop of a service step by step, in a process of its own, since the service is of no use afterwards. */
@QuarkusTest
@TestProfile(GracefulStopTest.OwnService.class)
class GracefulStopTest {
    private static final int NOTES = 1_000;
    private static final int HANDLED_BEFORE_THE_STOP = 50;
    private static final int KEYS = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Restarts Quarkus for this test. */
    public static final class OwnService implements QuarkusTestProfile {}

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
    void aStopUnderLoadLeavesNothingHalfDone() throws Exception {
        send();
        await().atMost(TIMEOUT).until(() -> consumer.handled().size() > HANDLED_BEFORE_THE_STOP);

        begin.fire(new ShutdownDelayInitiatedEvent());
        end.fire(new ShutdownEvent());
        connector.terminate(this);

        assertThat(consumer.handled())
                .as("stopped under load, each once")
                .hasSizeLessThan(NOTES)
                .doesNotHaveDuplicates();
        assertThat(committed())
                .as("what is handled is committed, and nothing else")
                .isEqualTo(consumer.handled().size());
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
        return broker
                .client()
                .listConsumerGroupOffsets("delivery")
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(offset -> offset.getKey().topic().equals(Topic.DELIVERY_COMPENSATIONS.topicName()))
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }
}
