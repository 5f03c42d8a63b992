package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.tracing.TraceContext;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Keeps messages to be published in the transaction that decides them: the transactional outbox. */
@Singleton
public class Outbox {
    private final Set<Object> filling = ConcurrentHashMap.newKeySet();

    /**
     * A message to be published.
     *
     * @param key its Kafka key
     * @param id its CloudEvents id
     * @param type its CloudEvents type
     * @param payload the bytes to publish as they are
     * @param traceparent the trace context of what decided it; null where that is not traced
     * @param original where it is a record that was there before: with what to publish it instead of an envelope
     */
    public record Outgoing(
            Topic topic,
            String key,
            String id,
            String type,
            Buffer payload,
            @Nullable String traceparent,
            @Nullable Original original) {
        /** A message that what runs now decides; a record that was there before if there is an original. */
        public Outgoing(Topic topic, String key, String id, String type, Buffer payload, @Nullable Original original) {
            this(topic, key, id, type, payload, TraceContext.current(), original);
        }

        /** A contract to be published, which what runs now decides. */
        public Outgoing(Topic topic, String key, String id, Object contract) {
            this(topic, key, id, contract, TraceContext.current());
        }

        /** A contract to be published, which was decided in that trace context. */
        public Outgoing(Topic topic, String key, String id, Object contract, @Nullable String traceparent) {
            this(
                    topic,
                    key,
                    id,
                    contract.getClass().getSimpleName(),
                    Buffer.buffer(Json.bytes(contract)),
                    traceparent,
                    null);
        }
    }

    /** Key and headers of a record, byte for byte; headers may be null. */
    public record Original(Buffer key, Headers headers) {}

    /**
     * Keeps the messages, to be published in this order once the transaction is committed. Messages of one key keep their
     * order across transactions only where those exclude each other, by a lock on the key's own row, say.
     */
    public Uni<Void> append(SqlConnection transaction, List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        filling.add(transaction.getDelegate());
        return transaction
                .preparedQuery("""
                        insert into outbox
                            (topic, key, event_id, type, payload, traceparent, original_key, original_headers)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .executeBatch(messages.stream().map(Outbox::row).toList())
                .replaceWithVoid();
    }

    /** Whether the transaction that ends has kept anything; asked once. */
    boolean filledBy(SqlConnection transaction) {
        return filling.remove(transaction.getDelegate());
    }

    private static Tuple row(Outgoing outgoing) {
        Original original = outgoing.original();
        return Tuple.from(new @Nullable Object[] {
            outgoing.topic().topicName(),
            outgoing.key(),
            outgoing.id(),
            outgoing.type(),
            outgoing.payload(),
            outgoing.traceparent(),
            original == null ? null : original.key(),
            original == null ? null : StoredHeaders.json(original.headers())
        });
    }
}
