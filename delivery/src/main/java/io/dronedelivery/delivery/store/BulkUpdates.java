package io.dronedelivery.delivery.store;

import static java.util.stream.Collectors.joining;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.chassis.tracing.LinkedSpan;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Updates of many deliveries at once, by what drones send and carriers report. Most messages change nothing. So the deliveries
 * are read without locks and without a transaction, and those that have not changed since they were last known here are not
 * read whole. Those that change are written only if no other transaction has written them meanwhile.
 */
@Singleton
class BulkUpdates {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(5), Duration.ofMillis(100));
    private static final int TRIES_MAX = 51;

    private final Transactions transactions;
    private final PgUpdates updates;
    private final KnownDeliveries known;

    BulkUpdates(Transactions transactions, PgUpdates updates, KnownDeliveries known) {
        this.transactions = transactions;
        this.updates = updates;
        this.known = known;
    }

    /** An update, what is written of it, and its span, which lasts until that is stored. */
    private record Decided(Update update, PgUpdates.OfRevision written, LinkedSpan span) {}

    /** Decides and writes; the decision may be made several times. */
    Uni<Void> updateAll(Set<String> deliveryIds, Function<Delivery, Optional<Update>> decide) {
        Uni<Void> once = Uni.createFrom()
                .item(() -> known.of(deliveryIds))
                .flatMap(snapshot -> read(snapshot).map(rows -> decided(rows, snapshot, decide)))
                .flatMap(this::write);
        return BACKOFF.retry(once, PgUpdates.StaleRevision.class::isInstance, TRIES_MAX);
    }

    private Uni<RowSet<Row>> read(KnownDeliveries.Snapshot snapshot) {
        return transactions.query("""
                        select d.delivery_id, d.revision, d.traceparent,
                            case when d.revision <> k.revision then d.document::text end as document
                        from unnest($1::text[], $2::bigint[]) as k (delivery_id, revision)
                            join deliveries d on d.delivery_id = k.delivery_id
                        where not d.ended order by d.delivery_id
                        """, Tuple.of(snapshot.ids(), snapshot.revisions()));
    }

    private static List<Decided> decided(
            RowSet<Row> rows, KnownDeliveries.Snapshot snapshot, Function<Delivery, Optional<Update>> decide) {
        return Rows.stream(rows)
                .flatMap(row -> decide.apply(snapshot.read(row)).map(update -> decided(row, update)).stream())
                .toList();
    }

    private Uni<Void> write(List<Decided> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<PgUpdates.OfRevision> written =
                changed.stream().map(Decided::written).toList();
        return transactions
                .run(transaction -> updates.update(transaction, written))
                .invoke(() -> changed.forEach(each -> known.add(each.update().delivery(), each.written())))
                .onItemOrFailure()
                .invoke((_, failure) -> changed.forEach(each -> each.span().end(failure)));
    }

    /** A flight lasts long. So what is decided in it begins a trace, with a link to the one in which it was scheduled. */
    private static Decided decided(Row row, Update update) {
        String scheduled = update.events().isEmpty() ? null : row.getString("traceparent");
        LinkedSpan span =
                LinkedSpan.begin("decide " + names(update), "delivery.id", row.getString("delivery_id"), scheduled);
        return new Decided(update, PgUpdates.OfRevision.of(update, row.getLong("revision"), span.traceparent()), span);
    }

    private static String names(Update update) {
        return update.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(joining(", "));
    }
}
