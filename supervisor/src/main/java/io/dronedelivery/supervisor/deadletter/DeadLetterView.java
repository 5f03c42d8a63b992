package io.dronedelivery.supervisor.deadletter;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.Entry;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters.StoredLetter;
import io.dronedelivery.supervisor.deadletter.domain.Header;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that is known of a letter, as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        long id,
        @Nullable Long repeats,
        DeadLetter.Place place,
        DeadLetter.Origin origin,
        @Nullable String key,
        @Nullable String keyBase64,
        String publishedId,
        Map<String, String> event,
        DeadLetter.Failure failure,
        Instant receivedAt,
        DeadLetterState state,
        List<DeadLetter.Act> journal,
        List<Header> headers,
        @Nullable Content payload,
        @Nullable Content edited) {
    private static final String EVENT_ATTRIBUTE = "ce_";

    static DeadLetterView of(StoredLetter stored) {
        DeadLetter letter = stored.entry().letter();
        return new DeadLetterView(
                stored.entry().id(),
                stored.entry().repeats(),
                letter.place(),
                letter.origin(),
                letter.key(),
                letter.keyBase64(),
                letter.eventId(),
                attributes(letter.headers()),
                letter.failure(),
                letter.receivedAt(),
                letter.state(),
                letter.journal(),
                letter.headers(),
                Content.of(stored.payload()),
                Content.of(stored.edited()));
    }

    private static Map<String, String> attributes(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().startsWith(EVENT_ATTRIBUTE))
                .collect(toMap(
                        header -> header.name().substring(EVENT_ATTRIBUTE.length()),
                        header -> String.valueOf(header.text() == null ? header.base64() : header.text()),
                        (first, _) -> first,
                        TreeMap::new));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            @Nullable Long repeats,
            DeadLetterState.Status status,
            DeadLetter.Place place,
            DeadLetter.Origin origin,
            @Nullable String key,
            DeadLetter.Failure failure,
            Instant receivedAt) {
        static Line of(Entry entry) {
            DeadLetter letter = entry.letter();
            return new Line(
                    entry.id(),
                    entry.repeats(),
                    letter.state().status(),
                    letter.place(),
                    letter.origin(),
                    letter.key(),
                    letter.failure(),
                    letter.receivedAt());
        }
    }

    /** A payload: as JSON if it is JSON, else as text if it is text, else as bytes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            @Nullable JsonNode json,
            @Nullable String text,
            @Nullable String base64) {
        // Less than Jackson writes at most: the payload stands inside an answer.
        private static final int DEPTH_MAX = 900;

        // Numbers keep all their digits.
        private static final ObjectReader EXACT = new ObjectMapper(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH_MAX)
                                .build())
                        .build())
                .readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

        static @Nullable Content of(@Nullable Payload payload) {
            if (payload == null) {
                return null;
            }
            String text = payload.text().orElse(null);
            if (text == null) {
                return new Content(null, null, Base64.getEncoder().encodeToString(payload.bytes()));
            }
            JsonNode json = json(text);
            return json == null ? new Content(null, text, null) : new Content(json, null, null);
        }

        private static @Nullable JsonNode json(String text) {
            try {
                JsonNode json = EXACT.readTree(text);
                return json.isMissingNode() ? null : json;
            } catch (JsonProcessingException malformed) {
                return null;
            }
        }
    }
}
