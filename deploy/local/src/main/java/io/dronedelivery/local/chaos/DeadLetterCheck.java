package io.dronedelivery.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.local.check.Verdict;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Checks for dead letters. No malformed message was sent, so each dead letter is a message that was given up. */
public record DeadLetterCheck(StoredTopics topics) {
    private static final List<String> TOLD =
            List.of("dead-letter-group", "dead-letter-exception-class-name", "dead-letter-reason");

    /** The verdict, with the number of dead letters by topic and cause. */
    public Verdict verdict() {
        Map<String, Integer> causes = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topics.deadLetters(topic)
                    .forEach(letter -> causes.merge(topic.deadLetters() + ": " + cause(letter), 1, Integer::sum));
        }
        List<String> violations = causes.entrySet().stream()
                .map(cause -> cause.getValue() + " in " + cause.getKey())
                .toList();
        int messages = topics.ends().values().stream().mapToInt(Long::intValue).sum();
        return new Verdict("no message was given up as a dead letter", messages, violations);
    }

    private static String cause(ConsumerRecord<byte[], byte[]> letter) {
        List<String> told = new ArrayList<>();
        for (String name : TOLD) {
            Header header = letter.headers().lastHeader(name);
            if (header != null && header.value() != null) {
                told.add(new String(header.value(), UTF_8));
            }
        }
        return String.join(" ", told);
    }
}
