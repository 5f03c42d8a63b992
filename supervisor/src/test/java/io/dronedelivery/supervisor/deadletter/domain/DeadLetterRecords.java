package io.dronedelivery.supervisor.deadletter.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.testing.records.TopicMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters to test with. */
public final class DeadLetterRecords {
    private DeadLetterRecords() {}

    /** A good message of that topic, of the delivery or drone of that name. */
    public static Object message(Topic topic, String name, Instant at) {
        return TopicMessages.of(topic, name, at);
    }

    /** A dead letter of that topic at that offset, with the headers that it gets on its way. */
    public static ReceivedRecord received(
            Topic topic, long offset, String group, String digest, @Nullable String eventId, String payload) {
        List<Header> headers = new ArrayList<>(headers(Map.of(
                "dead-letter-partition", "3",
                "dead-letter-offset", "17",
                "dead-letter-exception-class-name", "java.io.UncheckedIOException",
                "dead-letter-reason", "Unexpected end-of-input")));
        if (eventId != null) {
            headers.add(new Header("ce_id", eventId, null));
        }
        headers.addAll(headers(Map.of("dead-letter-group", group, "dead-letter-stack-digest", digest)));
        return new ReceivedRecord(
                new Place(topic.deadLetters(), 0, offset),
                "key-" + offset,
                null,
                headers,
                Payload.of(payload.getBytes(UTF_8)));
    }

    private static List<Header> headers(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> new Header(text.getKey(), text.getValue(), null))
                .toList();
    }

    /** A good message as a payload. */
    public static Payload payload(Object message) {
        return Payload.of(Json.bytes(message));
    }
}
