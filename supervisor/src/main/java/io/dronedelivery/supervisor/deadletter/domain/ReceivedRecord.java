package io.dronedelivery.supervisor.deadletter.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a dead-letter topic as the broker has it. Each part may be missing, or hold anything.
 *
 * @param place where it stands among the dead letters
 * @param key as text
 * @param keyBase64 its bytes, where they are not text
 */
public record ReceivedRecord(
        Place place,
        @Nullable String key,
        @Nullable String keyBase64,
        List<Header> headers,
        @Nullable Payload payload) {

    /** The key may be any bytes. */
    public static ReceivedRecord of(
            Place place, byte @Nullable [] key, List<Header> headers, @Nullable Payload payload) {
        Header value = Header.of("key", key);
        boolean binary = key != null && value.text() == null;
        String text = binary ? Header.storable(new String(key, UTF_8)) : value.text();
        return new ReceivedRecord(place, text, value.base64(), headers, payload);
    }
}
