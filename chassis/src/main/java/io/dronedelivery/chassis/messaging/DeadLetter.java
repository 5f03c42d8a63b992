package io.dronedelivery.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be parsed or processed, as it stands in the dead letters of its topic: key, payload and headers
 * as they were, also where they are null. In front of its headers are those that tell of the failure and the origin, by the
 * names that SmallRye uses; behind them whose and which fault it is.
 *
 * @param topic the topic of the dead letters
 * @param fault the headers behind, of {@link DeadLetters#headers}
 */
record DeadLetter(String topic, ConsumerRecord<?, ?> record, Throwable failure, Headers fault) {

    /** As it is to be sent. */
    ProducerRecord<byte[], byte[]> whole() {
        RecordHeaders headers = told(text(failure));
        record.headers().forEach(headers::add);
        return sent((byte[]) record.key(), (byte[]) record.value(), headers);
    }

    /** Only its place, where all of it is more than the broker takes; the record is still at its origin. */
    ProducerRecord<byte[], byte[]> placeOnly(Throwable refusal) {
        return sent(null, null, told("too large to be kept, see its origin: " + text(refusal) + "; " + text(failure)));
    }

    private ProducerRecord<byte[], byte[]> sent(
            byte @Nullable [] key, byte @Nullable [] payload, RecordHeaders headers) {
        fault.forEach(headers::add);
        return new ProducerRecord<>(topic, null, key, payload, headers);
    }

    private RecordHeaders told(String reason) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(header("exception-class-name", DeadLetters.className(failure)));
        headers.add(header("reason", reason));
        Throwable cause = failure.getCause();
        if (cause != null) {
            headers.add(header("cause-class-name", cause.getClass().getName()));
            headers.add(header("cause", text(cause)));
        }
        headers.add(header("topic", record.topic()));
        headers.add(header("partition", String.valueOf(record.partition())));
        headers.add(header("offset", String.valueOf(record.offset())));
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader("dead-letter-" + name, value.getBytes(UTF_8));
    }

    private static String text(Throwable failure) {
        return Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
    }
}
