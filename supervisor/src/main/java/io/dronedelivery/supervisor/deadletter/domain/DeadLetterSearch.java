package io.dronedelivery.supervisor.deadletter.domain;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which letters: those that have all that is named.
 *
 * @param topic the origin topic
 * @param group the consumer group
 * @param digest the stack digest
 * @param key the Kafka key
 */
public record DeadLetterSearch(
        @Nullable String topic,
        @Nullable String group,
        @Nullable Status status,
        @Nullable String digest,
        @Nullable String key) {

    /** Those of a fault that are open. */
    public static DeadLetterSearch openOf(String digest, @Nullable String topic, @Nullable String group) {
        return new DeadLetterSearch(topic, group, Status.OPEN, digest, null);
    }
}
