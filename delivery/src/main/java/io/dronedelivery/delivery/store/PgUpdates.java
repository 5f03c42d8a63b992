package io.dronedelivery.delivery.store;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.store.ConcurrentUpdate;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.decision.DeliverySummary;
import io.dronedelivery.delivery.domain.decision.Update;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes updates: the delivery first, so that its row's lock keeps the events of one delivery in order. */
@Singleton
class PgUpdates {
    private final Outbox outbox;

    PgUpdates(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * An update of the delivery as it was in a revision.
     *
     * @param revision the one it was read in; 0 for one that is new
     * @param traceparent the trace context in which it was decided; null where that is not traced
     */
    record OfRevision(
            DeliverySummary summary,
            String document,
            List<DeliveryEvent> events,
            long revision,
            @Nullable String traceparent) {
        static OfRevision of(Update update, long revision, @Nullable String traceparent) {
            return new OfRevision(
                    DeliverySummary.of(update.delivery()),
                    Json.text(update.delivery()),
                    update.events(),
                    revision,
                    traceparent);
        }

        Stream<Outgoing> outgoing() {
            return events.stream()
                    .map(event -> new Outgoing(
                            Topic.DELIVERY_EVENTS, event.header().deliveryId(), event.eventId(), event, traceparent));
        }
    }

    /** Another transaction has written one of the deliveries since it was read. */
    static final class StaleRevision extends RemoteFailure {
        private static final long serialVersionUID = 1L;

        StaleRevision() {
            super("The delivery was updated concurrently at each try.");
        }
    }

    /** Fails with {@link ConcurrentUpdate}, so that nothing is written, if another transaction has begun one of them. */
    Uni<Void> insert(SqlConnection transaction, List<OfRevision> begun) {
        if (begun.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        insert into deliveries (delivery_id, account_id, reference, requested_at, status, ended, version,
                            attempt, carrier, revision, document)
                        select b.delivery_id, b.account_id, b.reference, b.requested_at, b.status, b.ended, b.version,
                            b.attempt, b.carrier, 1, b.document::jsonb
                        from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::boolean[],
                                $7::bigint[], $8::integer[], $9::text[], $10::text[])
                            as b (delivery_id, account_id, reference, requested_at, status, ended, version, attempt,
                                carrier, document)
                        on conflict do nothing
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(begun, DeliverySummary::deliveryId))
                        .addArrayOfString(texts(begun, DeliverySummary::accountId))
                        .addArrayOfString(texts(begun, DeliverySummary::reference))
                        .addArrayOfOffsetDateTime(Rows.column(
                                begun,
                                OffsetDateTime[]::new,
                                each -> Rows.utc(each.summary().requestedAt())))
                        .addArrayOfString(
                                texts(begun, summary -> summary.status().name()))
                        .addArrayOfBoolean(Rows.column(begun, Boolean[]::new, each -> each.summary()
                                .status()
                                .terminal()))
                        .addArrayOfLong(Rows.column(
                                begun, Long[]::new, each -> each.summary().version()))
                        .addArrayOfInteger(Rows.column(
                                begun, Integer[]::new, each -> each.summary().attempt()))
                        .addArrayOfString(texts(begun, DeliverySummary::carrier))
                        .addArrayOfString(Rows.column(begun, String[]::new, OfRevision::document)))
                .flatMap(inserted -> inserted.rowCount() == begun.size()
                        ? publish(transaction, begun)
                        : Uni.createFrom()
                                .failure(new ConcurrentUpdate("Another transaction has begun the delivery.")));
    }

    private static String[] texts(List<OfRevision> updates, Function<DeliverySummary, @Nullable String> part) {
        return Rows.column(updates, String[]::new, each -> part.apply(each.summary()));
    }

    /**
     * Fails with {@link StaleRevision}, so that nothing is written, if another transaction has written one of them. The
     * trace context that is stored is the one in which the attempt that counts was scheduled.
     */
    Uni<Void> update(SqlConnection transaction, List<OfRevision> updates) {
        if (updates.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        update deliveries as d
                        set status = c.status, ended = c.ended, version = c.version, attempt = c.attempt,
                            carrier = c.carrier, document = c.document::jsonb, revision = d.revision + 1,
                            traceparent = case when d.carrier is null or c.attempt <> d.attempt
                                then c.traceparent else d.traceparent end
                        from unnest($1::text[], $2::bigint[], $3::text[], $4::boolean[], $5::bigint[], $6::integer[],
                                $7::text[], $8::text[], $9::text[])
                            as c (delivery_id, revision, status, ended, version, attempt, carrier, document, traceparent)
                        where d.delivery_id = c.delivery_id and d.revision = c.revision
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(updates, DeliverySummary::deliveryId))
                        .addArrayOfLong(Rows.column(updates, Long[]::new, OfRevision::revision))
                        .addArrayOfString(
                                texts(updates, summary -> summary.status().name()))
                        .addArrayOfBoolean(Rows.column(updates, Boolean[]::new, each -> each.summary()
                                .status()
                                .terminal()))
                        .addArrayOfLong(Rows.column(
                                updates, Long[]::new, each -> each.summary().version()))
                        .addArrayOfInteger(Rows.column(
                                updates, Integer[]::new, each -> each.summary().attempt()))
                        .addArrayOfString(texts(updates, DeliverySummary::carrier))
                        .addArrayOfString(Rows.column(updates, String[]::new, OfRevision::document))
                        .addArrayOfString(Rows.column(updates, String[]::new, OfRevision::traceparent)))
                .flatMap(updated -> updated.rowCount() == updates.size()
                        ? publish(transaction, updates)
                        : Uni.createFrom().failure(new StaleRevision()));
    }

    private Uni<Void> publish(SqlConnection transaction, List<OfRevision> updates) {
        List<DeliveryEvent> events =
                updates.stream().flatMap(each -> each.events().stream()).toList();
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Outgoing> outgoing = updates.stream().flatMap(OfRevision::outgoing).toList();
        return transaction
                .preparedQuery("""
                        insert into timeline (delivery_id, version, at, event)
                        select t.delivery_id, t.version, t.at, t.event::jsonb
                        from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[])
                            as t (delivery_id, version, at, event)
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(Rows.column(
                                events, String[]::new, each -> each.header().deliveryId()))
                        .addArrayOfLong(Rows.column(
                                events, Long[]::new, each -> each.header().version()))
                        .addArrayOfOffsetDateTime(Rows.column(
                                events,
                                OffsetDateTime[]::new,
                                each -> Rows.utc(each.header().at())))
                        .addArrayOfString(Rows.column(events, String[]::new, Json::text)))
                .flatMap(_ -> outbox.append(transaction, outgoing));
    }
}
