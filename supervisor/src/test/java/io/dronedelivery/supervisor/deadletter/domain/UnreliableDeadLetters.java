package io.dronedelivery.supervisor.deadletter.domain;

import io.smallrye.mutiny.Uni;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** A store of dead letters that fails to store as often as it is told to, then succeeds. */
public final class UnreliableDeadLetters implements DeadLetters {
    private final DeadLetters letters;
    private final Deque<RuntimeException> failures = new ConcurrentLinkedDeque<>();

    public UnreliableDeadLetters(DeadLetters letters) {
        this.letters = letters;
    }

    /** The next letter is not stored: this happens instead. */
    public void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    @Override
    public Uni<Boolean> add(DeadLetter letter, @Nullable Payload payload) {
        RuntimeException failure = failures.poll();
        return failure == null ? letters.add(letter, payload) : Uni.createFrom().failure(failure);
    }

    @Override
    public Uni<Optional<StoredLetter>> find(long id) {
        return letters.find(id);
    }

    @Override
    public Uni<Boolean> replace(
            Entry read, DeadLetter letter, @Nullable Payload edited, Optional<Publication> publication) {
        return letters.replace(read, letter, edited, publication);
    }

    @Override
    public Uni<List<Entry>> list(Search search, long before, int limit) {
        return letters.list(search, before, limit);
    }

    @Override
    public Uni<List<Long>> ids(Search search, long after, int limit) {
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
