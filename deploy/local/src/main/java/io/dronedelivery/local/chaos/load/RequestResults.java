package io.dronedelivery.local.chaos.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The results of the requests. Many threads add to them. */
public final class RequestResults {
    private final Map<RequestCount, LongAdder> counts = new EnumMap<>(RequestCount.class);
    private final Queue<AcceptedRequest> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongAnswers = new ConcurrentLinkedQueue<>();

    /** No results yet. */
    public RequestResults() {
        Stream.of(RequestCount.values()).forEach(count -> counts.put(count, new LongAdder()));
    }

    /** Counts one. */
    public void add(RequestCount count) {
        counter(count).increment();
    }

    /** How many were counted so far. */
    public long of(RequestCount count) {
        return counter(count).sum();
    }

    private LongAdder counter(RequestCount count) {
        return Objects.requireNonNull(counts.get(count));
    }

    /** Adds a request that was answered 202. */
    public void addAccepted(AcceptedRequest request) {
        add(RequestCount.ACCEPTED);
        accepted.add(request);
    }

    /** All requests that were answered 202 so far. */
    public List<AcceptedRequest> accepted() {
        return List.copyOf(accepted);
    }

    /** Adds an answer that should not have been given, in words. */
    void addWrong(String answer) {
        wrongAnswers.add(answer);
    }

    /** The answers that should not have been given, in words. */
    public List<String> wrongAnswers() {
        return List.copyOf(wrongAnswers);
    }
}
