package io.dronedelivery.supervisor.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.testing.records.RecordProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A record that can be read but not processed, replayed as it was. */
@QuarkusTest
class ReplayTest {
    private static final String TOPIC = Topic.DELIVERY_COMPENSATIONS.topicName();
    private static final byte[] BINARY = {(byte) 0xFF, 0, 0x0A};

    private final byte[] failing =
            "{\"deliveryId\":\"%s\",\"attempt\":1}".formatted(UUID.randomUUID()).getBytes(UTF_8);
    private final RecordProbe broker =
            new RecordProbe(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    private final DeadLetterClient operator = new DeadLetterClient();

    @AfterEach
    void close() {
        operator.close();
        broker.close();
    }

    @Test
    void aRecordIsReplayedByteForByteAndGetsAnIdWhereItHasNone() {
        List<Header> headers = List.of(
                new RecordHeader("ce_type", (byte[]) null),
                new RecordHeader("ce_id", BINARY),
                new RecordHeader("dead-letter-offset", "99".getBytes(UTF_8)),
                new RecordHeader("zero\0", new byte[] {0}),
                new RecordHeader("", new byte[0]),
                new RecordHeader("ce_type", "twice".getBytes(UTF_8)));

        Place origin = send(headers);
        operator.replay(operator.awaitFrom(origin)).statusCode(204);

        ConsumerRecord<byte[], byte[]> replayed = awaitReplayed();
        assertThat(replayed.key()).isEqualTo(BINARY);
        assertThat(List.of(replayed.headers().toArray()).subList(0, headers.size()))
                .isEqualTo(headers);
        assertThat(List.of(replayed.headers().toArray()).subList(headers.size(), headers.size() + 1))
                .containsExactly(new RecordHeader(
                        "ce_id",
                        "dead:%s:0:%d".formatted(TOPIC, origin.offset()).getBytes(UTF_8)));
    }

    @Test
    void aRecordWithAnIdIsReplayedWithItsHeadersAlone() {
        List<Header> headers =
                List.of(new RecordHeader("ce_id", "an id".getBytes(UTF_8)), new RecordHeader("trace", (byte[]) null));

        operator.replay(operator.awaitFrom(send(headers))).statusCode(204);

        assertThat(awaitReplayed().headers().toArray()).containsExactlyElementsOf(headers);
    }

    private Place send(List<Header> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, 0, BINARY, failing, headers);
        return new Place(TOPIC, 0, broker.send(List.of(record)).getFirst());
    }

    private ConsumerRecord<byte[], byte[]> awaitReplayed() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> broker.all(TOPIC).stream()
                                .filter(record -> new String(failing, UTF_8).equals(text(record.value())))
                                .skip(1)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String text(byte @Nullable [] payload) {
        return payload == null ? "" : new String(payload, UTF_8);
    }
}
