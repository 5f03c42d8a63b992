package io.dronedelivery.delivery.store;

import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The deliveries in PostgreSQL. */
@Singleton
class PgDeliveries implements Deliveries {
    static final String UNDER_WAY = "select status, count(*) as many from deliveries where not ended group by status";

    private final Transactions transactions;
    private final LockedUpdates locked;
    private final BulkUpdates bulk;

    PgDeliveries(Transactions transactions, LockedUpdates locked, BulkUpdates bulk) {
        this.transactions = transactions;
        this.locked = locked;
        this.bulk = bulk;
    }

    @Override
    public <R> Uni<R> update(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
        return locked.update(deliveryId, decide);
    }

    @Override
    public Uni<Void> updateAll(Set<String> deliveryIds, Function<Delivery, Optional<Update>> decide) {
        return bulk.updateAll(deliveryIds, decide);
    }

    @Override
    public Uni<Optional<Delivery>> find(String deliveryId) {
        return transactions
                .query("select document::text as document from deliveries where delivery_id = $1", Tuple.of(deliveryId))
                .map(rows -> Rows.first(rows, PgDeliveries::delivery));
    }

    @Override
    public Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion) {
        return transactions
                .query("""
                        select event::text as event from timeline
                        where delivery_id = $1 and version > $2 order by version
                        """, Tuple.of(deliveryId, afterVersion))
                .map(rows -> Rows.all(rows, row -> Json.read(row.getString("event"), DeliveryEvent.class)));
    }

    @Override
    public Uni<Map<String, Long>> versions(Set<String> deliveryIds) {
        return transactions
                .query(
                        "select delivery_id, version from deliveries where delivery_id = any($1)",
                        Tuple.of(deliveryIds.toArray(String[]::new)))
                .map(rows -> Rows.stream(rows)
                        .collect(Collectors.toMap(row -> row.getString("delivery_id"), row -> row.getLong("version"))));
    }

    @Override
    public Uni<List<Dated>> findAll(String accountId, Set<String> deliveryIds) {
        return transactions
                .query("""
                        select d.document::text as document, (
                            select min(t.at) from timeline t
                            where d.ended and t.delivery_id = d.delivery_id and t.event #>> '{header,status}' = d.status
                        ) as ended_at
                        from deliveries d where d.account_id = $1 and d.delivery_id = any($2)
                        order by d.delivery_id collate "C"
                        """, Tuple.of(accountId, deliveryIds.toArray(String[]::new)))
                .map(rows -> Rows.all(rows, PgDeliveries::dated));
    }

    @Override
    public Uni<List<Delivery>> findAll(Set<String> deliveryIds) {
        return transactions
                .query("""
                        select document::text as document from deliveries where delivery_id = any($1)
                        order by delivery_id collate "C"
                        """, Tuple.tuple().addArrayOfString(deliveryIds.toArray(String[]::new)))
                .map(rows -> Rows.all(rows, PgDeliveries::delivery));
    }

    @Override
    public Uni<Map<DeliveryStatus, Long>> underWay() {
        return transactions.query(UNDER_WAY, Tuple.tuple()).map(rows -> Rows.stream(rows)
                .collect(Collectors.toMap(
                        row -> DeliveryStatus.valueOf(row.getString("status")), row -> row.getLong("many"))));
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
                                after == null ? null : Rows.utc(after.requestedAt()),
                                after == null ? null : after.deliveryId(),
                                search.limit())))
                .map(rows -> Rows.all(rows, PgDeliveries::delivery));
    }

    private static Dated dated(Row row) {
        OffsetDateTime endedAt = row.getOffsetDateTime("ended_at");
        return new Dated(delivery(row), endedAt == null ? null : endedAt.toInstant());
    }

    static Delivery delivery(Row row) {
        return Json.read(row.getString("document"), Delivery.class);
    }
}
