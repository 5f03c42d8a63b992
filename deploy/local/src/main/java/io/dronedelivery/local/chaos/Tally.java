package io.dronedelivery.local.chaos;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What came of the requests, counted by many threads. */
final class Tally {
    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongAnswers = new ConcurrentLinkedQueue<>();

    Tally() {
        Stream.of(Count.values()).forEach(count -> counts.put(count, new LongAdder()));
    }

    void add(Count count) {
        counter(count).increment();
    }

    long of(Count count) {
        return counter(count).sum();
    }

    private LongAdder counter(Count count) {
        return Objects.requireNonNull(counts.get(count));
    }

    /** Remembers what was promised. */
    void promised(Promise promise) {
        add(Count.ACCEPTED);
        promises.add(promise);
    }

    /** Everything that was promised so far. */
    List<Promise> promises() {
        return List.copyOf(promises);
    }

    /** Notes an answer that should not have been given. */
    void wrong(String answer) {
        wrongAnswers.add(answer);
    }

    List<String> wrongAnswers() {
        return List.copyOf(wrongAnswers);
    }
}
