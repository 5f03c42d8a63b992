package io.dronedelivery.chassis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.dronedelivery.chassis.messaging.Envelope;
import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.chassis.tracing.RecordSpan;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what stands in the outbox. It reads the oldest rows, whatever their numbers: a transaction that began earlier may
 * commit later. It sends the rows of one key one after the other. The statement that reads the next rows deletes those that the
 * broker has acknowledged. No transaction is open while the broker does not answer.
 *
 * <p>One instance at a time publishes: the one whose {@link RelaySession} holds the lock. It reads and deletes on the
 * connection that holds the lock, so whoever has lost it reads and deletes nothing. Before each row it checks whether it
 * still holds the lock. If not, the round ends, and what it has read is never sent later. The others try to get the lock
 * again and again. They get it at once when the holder's process ends. From a holder that is frozen or cut off they get it
 * after {@link RelaySessions#SILENCE_MAX}.
 *
 * <p>Every committed row is published at least once, always with the same id. An instance sends the rows of a key in order,
 * each after the broker has acknowledged the one before.
 *
 * <p>A former holder may still have one row of each key on its way when it loses the lock. The next holder sends that row
 * again, and the rows after it. The former holder's copy may arrive after these. If the database ends the connection, and the
 * process does not notice, it may send more rows for {@link RelaySession#CONFIRMED_FOR} at most. All these are repetitions, with
 * the ids of the first copies.
 */
@Singleton
public class OutboxRelay {
    private static final Logger log = Logger.getLogger(OutboxRelay.class);
    private static final int ROWS_PER_ROUND = 1_000;
    private static final Duration PERIOD = Duration.ofMillis(500);

    final Function<Message<byte[]>, Uni<Void>> broker;
    private final Supplier<Uni<RelaySession>> sessions;
    private final PeriodicTask holding;
    private final PeriodicTask rounds;
    private volatile @Nullable RelaySession session;
    private volatile boolean stopping;

    @Inject
    OutboxRelay(
            Vertx vertx,
            RelaySessions sessions,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> broker) {
        this(vertx, sessions::open, broker::sendMessage);
    }

    OutboxRelay(Vertx vertx, Supplier<Uni<RelaySession>> sessions, Function<Message<byte[]>, Uni<Void>> broker) {
        this.broker = broker;
        this.sessions = sessions;
        this.holding = new PeriodicTask(vertx, PERIOD, "outbox lock", this::hold);
        this.rounds = new PeriodicTask(vertx, PERIOD, "outbox", this::round);
    }

    void start(@Observes StartupEvent started) {
        stopping = false;
        holding.start();
        rounds.start();
        holding.soon();
    }

    /** The round that is under way sends no more rows; the next, which is the last one, gives the lock back. */
    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        holding.end();
        rounds.soon();
    }

    /** Something may stand in the outbox: publish it now. */
    public void nudge() {
        rounds.soon();
    }

    /** Gets the lock. While a round waits for the broker, and so asks the database nothing, this confirms the lock. */
    private Uni<Boolean> hold() {
        RelaySession current = session;
        return (current == null
                        ? sessions.get().invoke(opened -> session = opened)
                        : Uni.createFrom().item(current))
                .flatMap(RelaySession::hold)
                .onItemOrFailure()
                .invoke((_, failure) -> {
                    if (failure != null || stopping) {
                        release();
                    }
                });
    }

    private void release() {
        RelaySession current = session;
        session = null;
        if (current != null) {
            current.close().subscribe().with(_ -> {}, failure -> log.debugf("already closed: %s", failure));
        }
    }

    private Uni<Void> round() {
        if (stopping) {
            rounds.end();
            release();
        }
        RelaySession holder = session;
        return holder == null || !holder.holds() ? Uni.createFrom().voidItem() : publishAll(holder);
    }

    private Uni<Void> publishAll(RelaySession holder) {
        return Multi.createBy()
                .repeating()
                .uni(ArrayList<Long>::new, published -> publishOldest(holder, published)
                        .invoke(more -> {
                            published.clear();
                            published.addAll(more);
                        }))
                .until(List::isEmpty)
                .onItem()
                .ignoreAsUni();
    }

    /** The ids of what the broker has of the oldest rows that are left without those that were published before. */
    private Uni<List<Long>> publishOldest(RelaySession holder, List<Long> published) {
        return next(holder, published).flatMap(rows -> Multi.createFrom()
                .iterable(perKey(rows))
                .onItem()
                .transformToUniAndMerge(rowsOfKey -> publishInOrder(holder, rowsOfKey))
                .onItem()
                .<Long>disjoint()
                .collect()
                .asList());
    }

    /** Deletes what was published, and reads the oldest rows of what is left: one statement, so one commit each round. */
    private static Uni<RowSet<Row>> next(RelaySession holder, List<Long> published) {
        return holder.execute("""
                        with gone as (delete from outbox where id = any($1))
                        select id, topic, key, event_id, type, payload, traceparent, original_key, original_headers
                        from outbox where id <> all($1) order by id limit $2
                        """, Tuple.of(published.toArray(Long[]::new), ROWS_PER_ROUND));
    }

    private static Collection<List<Row>> perKey(RowSet<Row> rows) {
        return Rows.stream(rows)
                .collect(groupingBy(row -> row.getString("key"), LinkedHashMap::new, toList()))
                .values();
    }

    /** The ids of what the broker has, from the first on; a failure ends the row of one key, not the round. */
    private Uni<List<Long>> publishInOrder(RelaySession holder, List<Row> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> publish(holder, row))
                .onFailure()
                .invoke(failure -> log.warnf(
                        "not published key=%s because=%s", rows.getFirst().getString("key"), failure))
                .onFailure()
                .recoverWithCompletion()
                .collect()
                .asList();
    }

    private Uni<Long> publish(RelaySession holder, Row row) {
        return holder.holds() && !stopping
                ? send(row).replaceWith(row.getLong("id"))
                : Uni.createFrom().failure(new IllegalStateException("this instance does not publish any more"));
    }

    /** The span is a child of the one that decided the row, however long ago that was. */
    private Uni<Void> send(Row row) {
        String cause = row.getString("traceparent");
        RecordSpan span = RecordSpan.sending(row.getString("topic"), row.getString("key"), cause);
        String sent = span.traceparent();
        return broker.apply(message(row, sent == null ? cause : sent))
                .onItemOrFailure()
                .invoke((_, failure) -> span.end(failure));
    }

    private static Message<byte[]> message(Row row, @Nullable String traceparent) {
        var originalKey = row.getBuffer("original_key");
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(row.getString("topic"))
                .withKey(originalKey == null ? row.getString("key").getBytes(UTF_8) : originalKey.getBytes())
                .withHeaders(
                        originalKey == null
                                ? Envelope.headers(row.getString("event_id"), row.getString("type"), traceparent)
                                : StoredHeaders.read((JsonArray) row.getValue("original_headers")))
                .build();
        return Message.of(row.getBuffer("payload").getBytes()).addMetadata(metadata);
    }
}
