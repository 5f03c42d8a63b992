package io.dronedelivery.system.simulation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A consumer group's reading of a topic: in order per key, each message at least once. What was not committed before a
 * crash comes again; now and then it comes again while it is still being worked at, as when a group is rebalanced.
 */
final class Reader<H, M> {
    private static final Duration COMMIT_AFTER_MAX = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration REBALANCE_AFTER_MAX = Duration.ofSeconds(20);

    private final World world;
    private final Node<H> node;
    private final SimulatedTopic<M> topic;
    private final String reading;
    private final int atATime;
    private final Function<List<M>, Uni<Void>> handler;
    private final Map<String, Integer> committed = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();

    /** Handles message by message. */
    Reader(Node<H> node, SimulatedTopic<M> topic, Function<M, Uni<Void>> handler) {
        this(node, topic, 1, batch -> handler.apply(batch.getFirst()));
    }

    /** Handles message by message, but for those of types that change nothing there. */
    Reader(Node<H> node, SimulatedTopic<M> topic, Set<Class<? extends M>> ignored, Function<M, Uni<Void>> handler) {
        this(
                node,
                topic,
                message ->
                        ignored.contains(message.getClass()) ? Uni.createFrom().voidItem() : handler.apply(message));
    }

    private Reader(Node<H> node, SimulatedTopic<M> topic, int atATime, Function<List<M>, Uni<Void>> handler) {
        this.world = node.world();
        this.node = node;
        this.topic = topic;
        this.reading = node.name() + " reading " + topic.name() + " ";
        this.atATime = atATime;
        this.handler = handler;
        topic.onAppend(key -> session(key).goOn());
        node.inEveryLife(_ -> beginAnew());
    }

    /** Handles up to so many messages of a key together. */
    static <H, M> Reader<H, M> ofBatches(
            Node<H> node, SimulatedTopic<M> topic, int atATime, Function<List<M>, Uni<Void>> handler) {
        return new Reader<>(node, topic, atATime, handler);
    }

    private Session session(String key) {
        return sessions.computeIfAbsent(key, _ -> new Session(key, node.life()));
    }

    private void beginAnew() {
        sessions.clear();
        topic.keys().forEach(key -> session(key).goOn());
    }

    /** Has every message come again, from the first on. */
    void rewind() {
        committed.clear();
        beginAnew();
    }

    /** Whether there is nothing left to handle or to commit. */
    boolean done() {
        return topic.keys().stream()
                .allMatch(key ->
                        committed.getOrDefault(key, 0) == topic.messages(key).size());
    }

    /** The reading of one key, until a crash or a rebalance. */
    private final class Session {
        private final String key;
        private final ProcessLife life;
        private int position;
        private boolean busy;

        Session(String key, ProcessLife life) {
            this.key = key;
            this.life = life;
            this.position = committed.getOrDefault(key, 0);
        }

        void goOn() {
            if (!busy && position < topic.messages(key).size()) {
                busy = true;
                life.after(world.latency("message", reading + key), "taking from " + topic.name(), this::take);
            }
        }

        private void take() {
            List<M> all = topic.messages(key);
            List<M> batch = List.copyOf(all.subList(position, Math.min(position + atATime, all.size())));
            if (world.strikes(Fault.REDELIVERED, reading, reading + key)) {
                life.after(world.upTo(REBALANCE_AFTER_MAX), "rebalancing", this::rebalance);
            }
            handle(batch);
        }

        private void handle(List<M> batch) {
            handler.apply(batch).subscribe().with(_ -> handled(batch.size()), failure -> {
                Unexpected.check(world, node.name() + " on " + batch, failure);
                life.after(RETRY_AFTER, "handling once more", () -> handle(batch));
            });
        }

        private void handled(int count) {
            position += count;
            busy = false;
            int read = position;
            life.after(world.upTo(COMMIT_AFTER_MAX), "committing " + topic.name(), () -> commit(read));
            if (sessions.get(key) == this) {
                goOn();
            }
        }

        private void commit(int read) {
            if (sessions.get(key) == this) {
                committed.merge(key, read, Math::max);
            }
        }

        private void rebalance() {
            if (sessions.remove(key, this)) {
                session(key).goOn();
            }
        }
    }
}
