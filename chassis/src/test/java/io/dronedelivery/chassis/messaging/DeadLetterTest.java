package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final byte[] BINARY = {(byte) 0xFF, 0};
    private static final Header OWN = new RecordHeader("ce_type", (byte[]) null);
    private static final Header GROUP = new RecordHeader(DeadLetters.GROUP, "test".getBytes(UTF_8));

    @Test
    void aLetterIsItsRecordByteForByteBetweenWhatIsToldOfIt() {
        ProducerRecord<byte[], byte[]> letter = letter(
                        BINARY, BINARY, new IllegalStateException(null, new RuntimeException("cause")))
                .whole();

        assertThat(letter.topic()).isEqualTo("notes.dead");
        assertThat(letter.key()).isEqualTo(BINARY);
        assertThat(letter.value()).isEqualTo(BINARY);
        assertThat(letter.headers().toArray()).endsWith(OWN, GROUP);
        assertThat(Arrays.stream(letter.headers().toArray()).map(Header::key))
                .containsExactly(
                        "dead-letter-exception-class-name",
                        "dead-letter-reason",
                        "dead-letter-cause-class-name",
                        "dead-letter-cause",
                        "dead-letter-topic",
                        "dead-letter-partition",
                        "dead-letter-offset",
                        "ce_type",
                        DeadLetters.GROUP);
        assertThat(text(letter, "dead-letter-reason"))
                .as("a failure without a message")
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(text(letter, "dead-letter-cause")).isEqualTo("cause");
        assertThat(text(letter, "dead-letter-offset")).isEqualTo("7");
    }

    @Test
    void aRecordWithoutKeyAndPayloadIsALetterToo() {
        ProducerRecord<byte[], byte[]> letter =
                letter(null, null, new IllegalStateException("no payload")).whole();

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
    }

    @Test
    void ofWhatTheBrokerDoesNotTakeThePlaceIsKept() {
        ProducerRecord<byte[], byte[]> letter = letter(BINARY, BINARY, new IllegalStateException("why"))
                .placeOnly(new RecordTooLargeException("3 MiB"));

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(letter.headers().headers(OWN.key())).isEmpty();
        assertThat(text(letter, "dead-letter-reason")).contains("too large", "3 MiB", "why");
        assertThat(text(letter, "dead-letter-offset")).isEqualTo("7");
        assertThat(letter.headers().toArray()).endsWith(GROUP);
    }

    private static DeadLetter letter(byte @Nullable [] key, byte @Nullable [] payload, Throwable failure) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("notes", 3, 7, key, payload);
        record.headers().add(OWN);
        return new DeadLetter("notes.dead", record, failure, new RecordHeaders(new Header[] {GROUP}));
    }

    private static String text(ProducerRecord<byte[], byte[]> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), UTF_8);
    }
}
