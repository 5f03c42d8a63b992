package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A topic of the log: messages in order per key, kept for good. */
final class SimulatedTopic<M> {
    private static final Duration SPELL = Duration.ofMinutes(6);

    private final World world;
    private final String name;
    private final Function<M, String> keyOf;
    private final Map<String, List<M>> messages = new LinkedHashMap<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private final Map<String, Instant> awayUntil = new HashMap<>();

    SimulatedTopic(World world, String name, Function<M, String> keyOf) {
        this.world = world;
        this.name = name;
        this.keyOf = keyOf;
    }

    String name() {
        return name;
    }

    String keyOf(M message) {
        return keyOf.apply(message);
    }

    /** Whether a message arrives that is sent now. */
    boolean takes(M message) {
        Instant now = world.instant();
        String key = name + " " + keyOf.apply(message);
        long spell = now.getEpochSecond() / SPELL.toSeconds();
        Instant back = awayUntil.computeIfAbsent(
                key + " " + spell,
                _ -> world.strikes(Fault.BROKER_AWAY, name, key) ? now.plus(world.upTo(SPELL)) : now);
        return !back.isAfter(now) && !world.strikes(Fault.LOST, name, key);
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
