package io.dronedelivery.supervisor.deadletter.domain;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Failure;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of dead letters. */
public interface DeadLetters {
    /**
     * A letter as it was read.
     *
     * @param id later letters have a higher one
     * @param revision counts its changes; a change is stored only if nobody else has changed it since
     * @param repeats the latest one before it of the same message, that is of the same topic, group and event id
     */
    record Entry(long id, int revision, @Nullable Long repeats, DeadLetter letter) {}

    /**
     * A letter with its payload.
     *
     * @param payload as it arrived; absent where it had none
     * @param edited the payload as an operator has edited it, if one has
     */
    record StoredLetter(
            Entry entry,
            @Nullable Payload payload,
            @Nullable Payload edited) {
        /** What is to be published. */
        public @Nullable Payload current() {
            return edited == null ? payload : edited;
        }
    }

    /**
     * Which letters are asked for: those that have all that is named.
     *
     * @param topic the origin topic
     * @param group the consumer group
     * @param digest the stack digest
     * @param key the Kafka key
     */
    record Search(
            @Nullable String topic,
            @Nullable String group,
            @Nullable Status status,
            @Nullable String digest,
            @Nullable String key) {}

    /**
     * The open letters that one fault has left, in one consumer group of one topic.
     *
     * @param topic the origin topic
     * @param open how many
     * @param latest the id of the latest
     * @param failure that of the latest; its group and digest are those of all
     */
    record Fault(String topic, long open, Instant firstSeen, Instant lastSeen, long latest, Failure failure) {}

    /** Stores a new one; false if the letter of its place is stored already. */
    Uni<Boolean> add(DeadLetter letter, @Nullable Payload payload);

    Uni<Optional<StoredLetter>> find(long id);

    /**
     * Stores a letter and publishes its message, both or neither.
     *
     * @return false, and nothing is done, if it was changed since it was read
     */
    Uni<Boolean> replace(Entry read, DeadLetter letter, @Nullable Payload edited, Optional<Publication> publication);

    /** At most limit, the newest first, with lower ids than before. */
    Uni<List<Entry>> list(Search search, long before, int limit);

    /** At most limit ids, the oldest first, higher than after. */
    Uni<List<Long>> ids(Search search, long after, int limit);

    /** At most limit, the one seen last first. */
    Uni<List<Fault>> faults(int limit);

    /** How many are open, by origin topic; topics without any may be missing. */
    Uni<Map<String, Long>> open();
}
