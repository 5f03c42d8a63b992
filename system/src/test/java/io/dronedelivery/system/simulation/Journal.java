package io.dronedelivery.system.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A topic of the log: messages in order per key, kept for good. */
final class Journal<M> {
    private final String name;
    private final Function<M, String> keyOf;
    private final Map<String, List<M>> messages = new LinkedHashMap<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();

    Journal(String name, Function<M, String> keyOf) {
        this.name = name;
        this.keyOf = keyOf;
    }

    String name() {
        return name;
    }

    String keyOf(M message) {
        return keyOf.apply(message);
    }

    void append(M message) {
        String key = keyOf.apply(message);
        messages.computeIfAbsent(key, _ -> new ArrayList<>()).add(message);
        listeners.forEach(listener -> listener.accept(key));
    }

    /** Is told the key of every message that is appended. */
    void onAppend(Consumer<String> listener) {
        listeners.add(listener);
    }

    Collection<String> keys() {
        return List.copyOf(messages.keySet());
    }

    List<M> messages(String key) {
        return Collections.unmodifiableList(messages.getOrDefault(key, List.of()));
    }

    List<M> all() {
        return messages.values().stream().flatMap(List::stream).toList();
    }
}
