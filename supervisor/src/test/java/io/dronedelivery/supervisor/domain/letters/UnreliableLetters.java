package io.dronedelivery.supervisor.domain.letters;

import io.smallrye.mutiny.Uni;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Letters that fail to be kept, in the ways that were asked for, before they succeed. */
public final class UnreliableLetters implements Letters {
    private final Letters letters;
    private final Deque<RuntimeException> failures = new ConcurrentLinkedDeque<>();

    public UnreliableLetters(Letters letters) {
        this.letters = letters;
    }

    /** The next letter that is to be kept fails so. */
    public void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    @Override
    public Uni<Boolean> add(Letter letter, @Nullable Payload payload) {
        RuntimeException failure = failures.poll();
        return failure == null ? letters.add(letter, payload) : Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Optional<Kept>> find(long id) {
        return letters.find(id);
    }

    @Override
    public Uni<Boolean> replace(
            Entry read, Letter letter, @Nullable Payload edited, Optional<Publication> publication) {
        return letters.replace(read, letter, edited, publication);
    }

    @Override
    public Uni<List<Entry>> list(LetterSearch search, long before, int limit) {
        return letters.list(search, before, limit);
    }

    @Override
    public Uni<List<Long>> ids(LetterSearch search, long after, int limit) {
        return letters.ids(search, after, limit);
    }

    @Override
    public Uni<List<Fault>> faults(int limit) {
        return letters.faults(limit);
    }

    @Override
    public Uni<Map<String, Long>> open() {
        return letters.open();
    }
}
