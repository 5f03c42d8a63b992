package io.dronedelivery.chassis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.dronedelivery.chassis.messaging.Envelope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes what stands in the outbox. Each round takes the oldest rows, whatever their numbers (a transaction that began
 * earlier may commit later), sends the rows of one key one after the other, and deletes what the broker has acknowledged.
 * One instance at a time does so, holding an advisory lock for the round; a crash in between sends some messages
 * again, with the same id.
 */
@Singleton
public class OutboxRelay {
    private static final Logger log = Logger.getLogger(OutboxRelay.class);
    private static final int ROWS_PER_ROUND = 1_000;
    private static final long IDLE_ROUND_MILLIS = 500;
    private static final long LOCK = 0x0B0C5;

    private final Vertx vertx;
    private final Pool pool;
    private final MutinyEmitter<byte[]> broker;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private volatile boolean stopped;

    OutboxRelay(
            Vertx vertx,
            Pool pool,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> broker) {
        this.vertx = vertx;
        this.pool = pool;
        this.broker = broker;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(IDLE_ROUND_MILLIS, _ -> nudge());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** Something may stand in the outbox: publish it now. */
    public void nudge() {
        nudged.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            rounds();
        }
    }

    private void rounds() {
        nudged.set(false);
        pool.withTransaction(this::round).subscribe().with(this::afterRound, failure -> {
            log.warnf("outbox waits because=%s", failure);
            running.set(false);
        });
    }

    private void afterRound(int published) {
        if (published > 0) {
            rounds();
            return;
        }
        running.set(false);
        if (nudged.get()) {
            nudge();
        }
    }

    private Uni<Integer> round(SqlConnection transaction) {
        return transaction
                .preparedQuery("select pg_try_advisory_xact_lock($1) as mine")
                .execute(Tuple.of(LOCK))
                .flatMap(lock -> lock.iterator().next().getBoolean("mine")
                        ? publishOldest(transaction)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> publishOldest(SqlConnection transaction) {
        return transaction
                .preparedQuery("""
                        select id, topic, key, event_id, type, payload, original_key, original_headers
                        from outbox order by id limit $1""")
                .execute(Tuple.of(ROWS_PER_ROUND))
                .flatMap(rows -> {
                    Collection<List<Row>> perKey = StreamSupport.stream(rows.spliterator(), false)
                            .collect(groupingBy(row -> row.getString("key"), LinkedHashMap::new, toList()))
                            .values();
                    return Multi.createFrom()
                            .iterable(perKey)
                            .onItem()
                            .transformToUniAndMerge(this::publishInOrder)
                            .collect()
                            .asList();
                })
                .flatMap(perKey -> delete(
                        transaction, perKey.stream().flatMap(List::stream).toList()));
    }

    /** The ids of what the broker has, from the first on; a failure ends the row of one key, not the round. */
    private Uni<List<Long>> publishInOrder(List<Row> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> broker.sendMessage(message(row)).replaceWith(row.getLong("id")))
                .onFailure()
                .invoke(failure -> log.warnf(
                        "not published key=%s because=%s", rows.getFirst().getString("key"), failure))
                .onFailure()
                .recoverWithCompletion()
                .collect()
                .asList();
    }

    private static Message<byte[]> message(Row row) {
        var originalKey = row.getBuffer("original_key");
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(row.getString("topic"))
                .withKey(originalKey == null ? row.getString("key").getBytes(UTF_8) : originalKey.getBytes())
                .withHeaders(
                        originalKey == null
                                ? Envelope.headers(row.getString("event_id"), row.getString("type"))
                                : StoredHeaders.read((JsonArray) row.getValue("original_headers")))
                .build();
        return Message.of(row.getBuffer("payload").getBytes()).addMetadata(metadata);
    }

    private static Uni<Integer> delete(SqlConnection transaction, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return transaction
                .preparedQuery("delete from outbox where id = any($1)")
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .map(deleted -> deleted.rowCount());
    }
}
