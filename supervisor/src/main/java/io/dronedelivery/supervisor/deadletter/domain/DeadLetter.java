package io.dronedelivery.supervisor.deadletter.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Open;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer could not parse or process; all but its payload.
 *
 * @param place where it is among the dead letters; it identifies the letter
 * @param origin where it came from
 * @param key the Kafka key as text
 * @param keyBase64 its bytes, where they are not text
 * @param headers all it has, in their order
 * @param journal what operators did to it, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        Place place,
        Origin origin,
        @Nullable String key,
        @Nullable String keyBase64,
        List<Header> headers,
        Failure failure,
        Instant receivedAt,
        @JsonProperty("fate") DeadLetterState state,
        List<Act> journal) {
    private static final String EVENT_ID = "ce_id";

    /** A place in the broker. */
    public record Place(String topic, int partition, long offset) {}

    /** Where it was consumed from, as far as its headers say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(
            String topic,
            @Nullable Integer partition,
            @Nullable Long offset) {}

    /**
     * Why it is here, as far as its headers say.
     *
     * @param group the consumer group that could not process it
     * @param digest the same for the same fault
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Failure(
            String group,
            String digest,
            @Nullable String exceptionClass,
            @Nullable String message,
            @Nullable String causeClass,
            @Nullable String cause) {}

    /** Something that an operator did to it. */
    public record Act(
            Kind what, String by, Instant at, @Nullable String note) {

        /** What operators do. */
        public enum Kind {
            EDITED,
            REPLAYED,
            DISCARDED
        }
    }

    static DeadLetter of(ReceivedRecord received, Instant now) {
        DeadLetterHeaders headers = new DeadLetterHeaders(received);
        return new DeadLetter(
                received.place(),
                headers.origin(),
                received.key(),
                received.keyBase64(),
                received.headers(),
                headers.failure(),
                now,
                new Open(),
                List.of());
    }

    /** The CloudEvents id under which it is published again: its own, or else one that is always the same. */
    public String eventId() {
        return ownEventId().orElseGet(this::derivedId);
    }

    /** Its headers as they were, with a CloudEvents id where it had none. */
    public List<Header> originalHeaders() {
        List<Header> own = DeadLetterHeaders.own(headers);
        return ownEventId().isPresent()
                ? own
                : Stream.concat(own.stream(), Stream.of(new Header(EVENT_ID, derivedId(), null)))
                        .toList();
    }

    public byte @Nullable [] originalKey() {
        if (keyBase64 != null) {
            return Base64.getDecoder().decode(keyBase64);
        }
        return key == null ? null : key.getBytes(UTF_8);
    }

    private Optional<String> ownEventId() {
        return headers.stream()
                .filter(header -> header.name().equals(EVENT_ID))
                .map(Header::text)
                .filter(id -> id != null && !id.isBlank())
                .findFirst();
    }

    private String derivedId() {
        return origin.offset() == null
                ? "dead:%s:%d:%d".formatted(place.topic(), place.partition(), place.offset())
                : "dead:%s:%d:%d".formatted(origin.topic(), origin.partition(), origin.offset());
    }

    public DeadLetter after(Act act, DeadLetterState next) {
        return new DeadLetter(
                place,
                origin,
                key,
                keyBase64,
                headers,
                failure,
                receivedAt,
                next,
                Stream.concat(journal.stream(), Stream.of(act)).toList());
    }
}
