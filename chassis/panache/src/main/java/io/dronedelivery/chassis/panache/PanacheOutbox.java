package io.dronedelivery.chassis.panache;

import io.dronedelivery.contracts.Topic;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Keeps messages to be published in the Panache transaction that decides them. The relay is the one of all outboxes. */
@Singleton
public class PanacheOutbox {
    private static final String FILLED = "outbox filled";

    /**
     * Keeps a message, to be published once the transaction is committed, after those that were kept before it. Messages of
     * one key keep their order across transactions only where those exclude each other, by a lock on the key's row, say.
     *
     * @param key its Kafka key
     * @param id its CloudEvents id
     * @param contract what to publish
     */
    public Uni<Void> append(Topic topic, String key, String id, Object contract) {
        ContextLocals.put(FILLED, true);
        return new OutboxRow(topic, key, id, contract).persist().replaceWithVoid();
    }

    /** Whether the transaction of this Vert.x context has kept anything. */
    boolean filled() {
        return ContextLocals.get(FILLED, false);
    }
}
