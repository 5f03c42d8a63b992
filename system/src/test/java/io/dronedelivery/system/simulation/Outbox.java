package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The messages that a service stored to be published. Its process sends those of a key one after the other, from the
 * first that is not marked as sent; a crash between sending and marking sends them again.
 */
final class Outbox<M> implements Consumer<M> {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final World world;
    private final SimulatedTopic<M> topic;
    private final Map<String, List<M>> unsent = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private ProcessLife life;

    Outbox(World world, SimulatedTopic<M> topic) {
        this.world = world;
        this.topic = topic;
        this.life = ProcessLife.eternal(world, "nobody");
    }

    /** The process that relays from now on. */
    void relayBy(ProcessLife relay) {
        life = relay;
        underWay.clear();
        List.copyOf(unsent.keySet()).forEach(this::relay);
    }

    @Override
    public void accept(M message) {
        String key = topic.keyOf(message);
        unsent.computeIfAbsent(key, _ -> new ArrayList<>()).add(message);
        relay(key);
    }

    boolean empty() {
        return unsent.isEmpty();
    }

    private void relay(String key) {
        List<M> waiting = unsent.get(key);
        if (waiting != null && underWay.add(key)) {
            int count = waiting.size();
            life.after(
                    world.latency("message", topic.name() + key), "sending " + topic.name(), () -> send(key, 0, count));
        }
    }

    private void send(String key, int index, int count) {
        if (index == count) {
            mark(key, count);
        } else if (!topic.takes(messagesOf(key).get(index))) {
            life.after(RETRY_AFTER, "sending again", () -> send(key, index, count));
        } else {
            topic.append(messagesOf(key).get(index));
            int next = world.strikes(Fault.UNANSWERED, topic.name(), key) ? index : index + 1;
            life.after(world.latency("message", topic.name() + key), "marking as sent", () -> send(key, next, count));
        }
    }

    private void mark(String key, int count) {
        List<M> waiting = messagesOf(key);
        waiting.subList(0, count).clear();
        if (waiting.isEmpty()) {
            unsent.remove(key);
        }
        underWay.remove(key);
        relay(key);
    }

    private List<M> messagesOf(String key) {
        return unsent.getOrDefault(key, new ArrayList<>());
    }
}
