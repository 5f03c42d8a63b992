package io.dronedelivery.supervisor.domain.letters;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where dead letters are kept. */
public interface Letters {
    /**
     * A letter as it was read.
     *
     * @param id later letters have a higher one
     * @param revision counts its changes: what was read before another's change can't be stored any more
     * @param repeats the latest one before it of the same message, that is of the same topic, group and event id
     */
    record Entry(long id, int revision, @Nullable Long repeats, Letter letter) {}

    /**
     * A letter with what it says.
     *
     * @param payload as it arrived; absent where it had none
     * @param edited as an operator has mended it, if one has
     */
    record Kept(
            Entry entry,
            @Nullable Payload payload,
            @Nullable Payload edited) {
        /** What is to be published. */
        @Nullable
        Payload current() {
            return edited == null ? payload : edited;
        }
    }

    /** Keeps a new one; false where that of its place is kept already. */
    Uni<Boolean> add(Letter letter, @Nullable Payload payload);

    Uni<Optional<Kept>> find(long id);

    /**
     * Keeps a letter as it is now, and publishes, both or neither.
     *
     * @return false, and nothing done, where it was changed since it was read
     */
    Uni<Boolean> replace(Entry read, Letter letter, @Nullable Payload edited, Optional<Publication> publication);

    /** Up to so many, the newest first, from before that id on. */
    Uni<List<Entry>> list(LetterSearch search, long before, int limit);

    /** The ids of up to so many, the oldest first, from after that id on. */
    Uni<List<Long>> ids(LetterSearch search, long after, int limit);

    /** Up to so many, that which was seen last first. */
    Uni<List<Fault>> faults(int limit);

    /** How many are open, by origin topic; topics without any may be missing. */
    Uni<Map<String, Long>> open();
}
