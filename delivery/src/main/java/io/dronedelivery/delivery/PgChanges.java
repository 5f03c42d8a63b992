package io.dronedelivery.delivery;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

import io.dronedelivery.chassis.RemoteFailure;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.Change;
import io.dronedelivery.delivery.domain.Summary;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes changes: the delivery first, so that its row's lock keeps the events of one delivery in order. */
@Singleton
class PgChanges {
    private final Outbox outbox;

    PgChanges(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * A change of the delivery as it was in a revision.
     *
     * @param revision the one it was read in; 0 for one that is new
     */
    record Changed(Summary summary, String document, List<DeliveryEvent> events, long revision) {
        static Changed of(Change change, long revision) {
            return new Changed(Summary.of(change.delivery()), Json.text(change.delivery()), change.events(), revision);
        }
    }

    /** Somebody else has written one of the deliveries since it was read. */
    static final class Overtaken extends RemoteFailure {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("The delivery is being changed by others all the time.");
        }
    }

    /** Whether it is new; if not, nothing is written. */
    Uni<Boolean> insert(SqlConnection transaction, Change change) {
        Changed begun = Changed.of(change, 0);
        Summary summary = begun.summary();
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
                        summary.requestedAt().truncatedTo(MICROS).atOffset(UTC),
                        summary.status().name(),
                        summary.status().terminal(),
                        summary.version(),
                        summary.attempt(),
                        summary.carrier(),
                        begun.document())))
                .flatMap(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : tell(transaction, change.events()).replaceWith(true));
    }

    /** Fails with {@link Overtaken}, so that nothing is written, if one of them was written by somebody else. */
    Uni<Void> update(SqlConnection transaction, List<Changed> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        update deliveries as d
                        set status = c.status, ended = c.ended, version = c.version, attempt = c.attempt,
                            carrier = c.carrier, document = c.document::jsonb, revision = d.revision + 1
                        from unnest($1::text[], $2::bigint[], $3::text[], $4::boolean[], $5::bigint[], $6::integer[],
                                $7::text[], $8::text[])
                            as c (delivery_id, revision, status, ended, version, attempt, carrier, document)
                        where d.delivery_id = c.delivery_id and d.revision = c.revision
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(all(
                                changes, String[]::new, each -> each.summary().deliveryId()))
                        .addArrayOfLong(all(changes, Long[]::new, Changed::revision))
                        .addArrayOfString(all(changes, String[]::new, each -> each.summary()
                                .status()
                                .name()))
                        .addArrayOfBoolean(all(changes, Boolean[]::new, each -> each.summary()
                                .status()
                                .terminal()))
                        .addArrayOfLong(
                                all(changes, Long[]::new, each -> each.summary().version()))
                        .addArrayOfInteger(all(
                                changes, Integer[]::new, each -> each.summary().attempt()))
                        .addArrayOfString(all(
                                changes, String[]::new, each -> each.summary().carrier()))
                        .addArrayOfString(all(changes, String[]::new, Changed::document)))
                .flatMap(updated -> updated.rowCount() == changes.size()
                        ? tell(
                                transaction,
                                changes.stream()
                                        .flatMap(each -> each.events().stream())
                                        .toList())
                        : Uni.createFrom().failure(new Overtaken()));
    }

    private Uni<Void> tell(SqlConnection transaction, List<DeliveryEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Outgoing> outgoing = events.stream()
                .map(event -> new Outgoing(Topic.DELIVERY_EVENTS, event.header().deliveryId(), event.eventId(), event))
                .toList();
        return transaction
                .preparedQuery("""
                        insert into timeline (delivery_id, version, at, event)
                        select t.delivery_id, t.version, t.at, t.event::jsonb
                        from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[])
                            as t (delivery_id, version, at, event)
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(
                                all(events, String[]::new, each -> each.header().deliveryId()))
                        .addArrayOfLong(
                                all(events, Long[]::new, each -> each.header().version()))
                        .addArrayOfOffsetDateTime(all(
                                events,
                                OffsetDateTime[]::new,
                                each -> each.header().at().truncatedTo(MICROS).atOffset(UTC)))
                        .addArrayOfString(all(events, String[]::new, Json::text)))
                .flatMap(_ -> outbox.append(transaction, outgoing));
    }

    private static <E, P> P[] all(List<E> elements, IntFunction<P[]> array, Function<E, @Nullable P> part) {
        return elements.stream().map(part).toArray(array);
    }
}
