package io.dronedelivery.supervisor.deadletter.domain;

import io.dronedelivery.contracts.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to be published again.
 *
 * @param id its CloudEvents id
 * @param type its CloudEvents type
 * @param original the key and headers that it had, with which it is published; absent where it gets new ones
 */
public record Publication(
        Topic topic,
        String key,
        String id,
        String type,
        Payload payload,
        @Nullable Original original) {

    /** The key and headers of the message as they were. */
    public record Original(Payload key, List<Header> headers) {}
}
