package io.dronedelivery.delivery;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.Change;
import io.dronedelivery.delivery.domain.Decision;
import io.dronedelivery.delivery.domain.Deliveries;
import io.dronedelivery.delivery.domain.Delivery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The deliveries in PostgreSQL. One delivery is changed under its row's lock. Many are read without locks, since most
 * messages of drones change nothing; those that change are written only if nobody else has written them meanwhile.
 */
@Singleton
class PgDeliveries implements Deliveries {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final int TRIES_MAX = 50;

    private final Transactions transactions;
    private final PgChanges changes;

    PgDeliveries(Transactions transactions, PgChanges changes) {
        this.transactions = transactions;
        this.changes = changes;
    }

    @Override
    public <R> Uni<R> change(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
        return transactions.run(transaction -> changeLocked(transaction, deliveryId, decide));
    }

    private <R> Uni<R> changeLocked(
            SqlConnection transaction, String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
        return transaction
                .preparedQuery(
                        "select document::text as document, revision from deliveries where delivery_id = $1 for update")
                .execute(Tuple.of(deliveryId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst())
                .flatMap(row -> {
                    Decision<R> decision = decide.apply(row.map(PgDeliveries::delivery));
                    Optional<Change> change = decision.change();
                    if (change.isEmpty()) {
                        return Uni.createFrom().item(decision.answer());
                    }
                    if (row.isPresent()) {
                        return changes.update(transaction, List.of(changed(row.get(), change.get())))
                                .replaceWith(decision.answer());
                    }
                    // Who else began it has committed it by now, so that it is found the second time.
                    return changes.insert(transaction, change.get())
                            .flatMap(inserted -> inserted
                                    ? Uni.createFrom().item(decision.answer())
                                    : changeLocked(transaction, deliveryId, decide));
                });
    }

    @Override
    public Uni<Void> changeAll(Set<String> deliveryIds, Function<Delivery, Optional<Change>> decide) {
        String[] ids = deliveryIds.stream().sorted().toArray(String[]::new);
        return transactions
                .run(transaction -> transaction
                        .preparedQuery("""
                                select document::text as document, revision from deliveries
                                where delivery_id = any($1) and not ended order by delivery_id
                                """)
                        .execute(Tuple.of(ids))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .flatMap(
                                        row -> decide.apply(delivery(row)).map(change -> changed(row, change)).stream())
                                .toList())
                        .flatMap(changed -> changes.update(transaction, changed)))
                .onFailure(PgChanges.Overtaken.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES_MAX);
    }

    @Override
    public Uni<Optional<Delivery>> find(String deliveryId) {
        return transactions
                .query("select document::text as document from deliveries where delivery_id = $1", Tuple.of(deliveryId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(PgDeliveries::delivery));
    }

    @Override
    public Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion) {
        return transactions.query("""
                        select event::text as event from timeline
                        where delivery_id = $1 and version > $2 order by version
                        """, Tuple.of(deliveryId, afterVersion)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> Json.read(row.getString("event"), DeliveryEvent.class))
                .toList());
    }

    @Override
    public Uni<List<Delivery>> page(Search search) {
        Place after = search.after();
        return transactions
                .query(
                        """
                        select document::text as document from deliveries
                        where account_id = $1
                            and ($2::text is null or status = $2)
                            and ($3::text is null or reference = $3)
                            and ($4::timestamptz is null or (requested_at, delivery_id) < ($4, $5))
                        order by requested_at desc, delivery_id desc limit $6
                        """,
                        Tuple.from(Arrays.asList(
                                search.accountId(),
                                search.status() == null ? null : search.status().name(),
                                search.reference(),
                                after == null
                                        ? null
                                        : after.requestedAt()
                                                .truncatedTo(MICROS)
                                                .atOffset(UTC),
                                after == null ? null : after.deliveryId(),
                                search.limit())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgDeliveries::delivery)
                        .toList());
    }

    private static PgChanges.Changed changed(Row row, Change change) {
        return PgChanges.Changed.of(change, row.getLong("revision"));
    }

    private static Delivery delivery(Row row) {
        return Json.read(row.getString("document"), Delivery.class);
    }
}
