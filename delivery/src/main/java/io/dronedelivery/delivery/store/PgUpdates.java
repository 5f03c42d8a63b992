package io.dronedelivery.delivery.store;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.tracing.TraceContext;
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
import java.util.Arrays;
import java.util.List;
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
    static final class ConcurrentUpdate extends RemoteFailure {
        private static final long serialVersionUID = 1L;

        ConcurrentUpdate() {
            super("The delivery was updated concurrently at each try.");
        }
    }

    /** True where the delivery is new; else nothing is written. */
    Uni<Boolean> insert(SqlConnection transaction, Update update) {
        OfRevision begun = OfRevision.of(update, 0, TraceContext.current());
        DeliverySummary summary = begun.summary();
        return transaction
                .preparedQuery("""
                        insert into deliveries (delivery_id, account_id, reference, requested_at, status, ended, version,
                            attempt, carrier, revision, document)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10::text::jsonb) on conflict do nothing
                        """)
                .execute(Tuple.from(Arrays.asList(
                        summary.deliveryId(),
                        summary.accountId(),
                        summary.reference(),
                        Rows.utc(summary.requestedAt()),
                        summary.status().name(),
                        summary.status().terminal(),
                        summary.version(),
                        summary.attempt(),
                        summary.carrier(),
                        begun.document())))
                .flatMap(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : publish(transaction, List.of(begun)).replaceWith(true));
    }

    /**
     * Fails with {@link ConcurrentUpdate}, so that nothing is written, if another transaction has written one of them. The
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
                        .addArrayOfString(Rows.column(
                                updates, String[]::new, each -> each.summary().deliveryId()))
                        .addArrayOfLong(Rows.column(updates, Long[]::new, OfRevision::revision))
                        .addArrayOfString(Rows.column(updates, String[]::new, each -> each.summary()
                                .status()
                                .name()))
                        .addArrayOfBoolean(Rows.column(updates, Boolean[]::new, each -> each.summary()
                                .status()
                                .terminal()))
                        .addArrayOfLong(Rows.column(
                                updates, Long[]::new, each -> each.summary().version()))
                        .addArrayOfInteger(Rows.column(
                                updates, Integer[]::new, each -> each.summary().attempt()))
                        .addArrayOfString(Rows.column(
                                updates, String[]::new, each -> each.summary().carrier()))
                        .addArrayOfString(Rows.column(updates, String[]::new, OfRevision::document))
                        .addArrayOfString(Rows.column(updates, String[]::new, OfRevision::traceparent)))
                .flatMap(updated -> updated.rowCount() == updates.size()
                        ? publish(transaction, updates)
                        : Uni.createFrom().failure(new ConcurrentUpdate()));
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
