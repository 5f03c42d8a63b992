package io.dronedelivery.testing.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Malformed records in one partition, each followed by a good one.
 *
 * @param end behind the last of them
 * @param malformed by their offsets
 * @param good the offsets of the good ones
 */
public record RecordWalk(TopicPartition partition, long end, Map<Long, MalformedRecord> malformed, List<Long> good) {
    /** Sends the records; the partition is the topic's first. */
    static RecordWalk of(RecordProbe probe, String topic, byte[] key, byte[] good, List<MalformedRecord> malformed) {
        Iterator<Long> sent = probe.send(malformed.stream()
                        .flatMap(record -> Stream.of(record.to(topic, 0), new ProducerRecord<>(topic, 0, key, good)))
                        .toList())
                .iterator();
        Map<Long, MalformedRecord> offsets = new LinkedHashMap<>();
        List<Long> goodOffsets = new ArrayList<>();
        for (MalformedRecord record : malformed) {
            offsets.put(sent.next(), record);
            goodOffsets.add(sent.next());
        }
        return new RecordWalk(new TopicPartition(topic, 0), goodOffsets.getLast() + 1, offsets, goodOffsets);
    }

    /** Every unreadable record is in the group's dead letters, byte for byte and with its cause; no good one is. */
    void assertSettled(RecordProbe probe, String group) {
        Map<Long, ConsumerRecord<byte[], byte[]>> letters = new LinkedHashMap<>();
        probe.all(Topic.named(partition.topic()).orElseThrow().deadLetters()).stream()
                .filter(letter -> String.valueOf(partition.partition()).equals(first(letter, "dead-letter-partition")))
                .filter(letter -> group.equals(last(letter, "dead-letter-group")))
                .forEach(letter -> letters.put(Long.valueOf(first(letter, "dead-letter-offset")), letter));
        assertThat(good).as("good records among the dead letters").noneMatch(letters::containsKey);
        malformed.forEach((offset, record) -> {
            ConsumerRecord<byte[], byte[]> letter = letters.get(offset);
            if (!record.readable()) {
                assertThat(letter).as("dead letter of %s", record).isNotNull();
            }
            if (letter != null) {
                assertKept(record, letter);
            }
        });
    }

    private static void assertKept(MalformedRecord record, ConsumerRecord<byte[], byte[]> letter) {
        assertThat(letter.key()).as("key of %s", record).isEqualTo(record.key());
        assertThat(letter.value()).as("payload of %s", record).isEqualTo(record.payload());
        assertThat(first(letter, "dead-letter-reason"))
                .as("cause of %s", record)
                .isNotBlank();
        List<Header> all = Arrays.asList(letter.headers().toArray());
        int begin = all.size() - 2 - record.received().size();
        assertThat(all.subList(begin, all.size() - 2))
                .as("headers of %s", record)
                .isEqualTo(record.received());
    }

    private static String first(ConsumerRecord<byte[], byte[]> letter, String name) {
        Iterator<Header> headers = letter.headers().headers(name).iterator();
        return text(headers.hasNext() ? headers.next() : null);
    }

    private static String last(ConsumerRecord<byte[], byte[]> letter, String name) {
        return text(letter.headers().lastHeader(name));
    }

    private static String text(@Nullable Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
