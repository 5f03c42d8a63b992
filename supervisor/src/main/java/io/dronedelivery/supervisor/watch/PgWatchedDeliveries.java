package io.dronedelivery.supervisor.watch;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.shared.RequestMessages;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchedDelivery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Watched deliveries as documents in PostgreSQL, with columns to search by, and an index of their requests and alerts. */
@Singleton
class PgWatchedDeliveries implements WatchedDeliveries {
    private static final String ENTRY = "select w.revision, w.document from watched w ";
    private static final String FIND = ENTRY + "where w.delivery_id = any($1)";
    private static final String OF_REQUEST =
            ENTRY + "join watched_request r using (delivery_id) where r.request_id = $1 limit 1";
    private static final String OF_ALERT = ENTRY + "join alert a using (delivery_id) where a.id = $1";
    // A delivery and its indexes are one statement.
    private static final String INDEX = """
            , requests as (
                insert into watched_request (request_id, delivery_id)
                select request, delivery_id from stored, unnest($6::text[]) request on conflict do nothing)
            , alerts as (
                insert into alert (id, delivery_id, kind, status)
                select a.id, delivery_id, a.kind, a.status
                from stored, unnest($7::text[], $8::text[], $9::text[]) a (id, kind, status)
                on conflict (id) do update set status = excluded.status)
            select delivery_id from stored""";
    private static final String ADD = """
            with stored as (
                insert into watched (delivery_id, revision, due_at, unanswered, oldest, document)
                values ($1, 1, $2, $3, $4, $5) on conflict do nothing returning delivery_id)""" + INDEX;
    private static final String REPLACE = """
            with stored as (
                update watched set revision = revision + 1, due_at = $2, unanswered = $3, oldest = $4, document = $5
                where delivery_id = $1 and revision = $10 returning delivery_id)""" + INDEX;
    // A lease is a later due time: if this process dies, the delivery is due again then.
    private static final String TAKE_DUE = """
            update watched set revision = revision + 1, due_at = $2
            where delivery_id in
                (select delivery_id from watched where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning revision, document""";
    private static final String ALERTS = """
            select a.id, a.number, w.document from alert a join watched w using (delivery_id)
            where a.number < $1 and ($2::text is null or a.status = $2) and ($3::text is null or a.kind = $3)
            order by a.number desc limit $4""";
    private static final String UNANSWERED =
            "select coalesce(sum(unanswered), 0) as unanswered, min(oldest) as oldest from watched where oldest is not null";
    private static final String OPEN = "select kind, count(*) as open from alert where status = 'OPEN' group by kind";

    private final Transactions transactions;
    private final Outbox outbox;

    PgWatchedDeliveries(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Entry>> find(Set<String> deliveryIds) {
        return transactions
                .query(FIND, Tuple.of(deliveryIds.toArray(String[]::new)))
                .map(rows -> Rows.all(rows, PgWatchedDeliveries::entry));
    }

    @Override
    public Uni<Optional<Entry>> ofRequest(String requestId) {
        return first(OF_REQUEST, requestId);
    }

    @Override
    public Uni<Optional<Entry>> ofAlert(String alertId) {
        return first(OF_ALERT, alertId);
    }

    private Uni<Optional<Entry>> first(String statement, String id) {
        return transactions.query(statement, Tuple.of(id)).map(rows -> Rows.first(rows, PgWatchedDeliveries::entry));
    }

    @Override
    public Uni<Set<String>> store(List<Change> changes) {
        Map<Boolean, List<Change>> known = changes.stream().collect(partitioningBy(change -> change.read() != null));
        return transactions.run(tx -> unstored(tx, ADD, Objects.requireNonNull(known.get(false)))
                .chain(added -> unstored(tx, REPLACE, Objects.requireNonNull(known.get(true)))
                        .map(replaced ->
                                Stream.concat(added.stream(), replaced.stream()).collect(toUnmodifiableSet()))));
    }

    /** Of changes that are stored by this statement, the ids of those that were not. */
    private static Uni<List<String>> unstored(SqlConnection tx, String statement, List<Change> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.preparedQuery(statement)
                        .executeBatch(changes.stream().map(WatchedRow::of).toList())
                        .map(answers -> unstored(changes, answers));
    }

    /** Each change has an answer of its own. */
    private static List<String> unstored(List<Change> changes, RowSet<Row> answers) {
        List<String> unstored = new ArrayList<>();
        RowSet<Row> answer = answers;
        for (Change change : changes) {
            if (!stored(answer)) {
                unstored.add(change.after().deliveryId());
            }
            answer = answer.next();
        }
        return unstored;
    }

    @Override
    public Uni<Boolean> replace(Entry read, WatchedDelivery delivery, List<DeliveryRequest> requests) {
        Tuple row = WatchedRow.of(new Change(read, delivery));
        return requests.isEmpty()
                ? transactions.query(REPLACE, row).map(PgWatchedDeliveries::stored)
                : transactions.run(tx -> tx.preparedQuery(REPLACE)
                        .execute(row)
                        .map(PgWatchedDeliveries::stored)
                        .chain(stored -> outbox.append(tx, stored ? RequestMessages.outgoing(requests) : List.of())
                                .replaceWith(stored)));
    }

    private static boolean stored(RowSet<Row> rows) {
        return rows.size() == 1;
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return transactions
                .query(TAKE_DUE, Tuple.of(Rows.utc(now), Rows.utc(leaseEnd), limit))
                .map(rows -> Rows.all(rows, PgWatchedDeliveries::entry));
    }

    @Override
    public Uni<List<Numbered>> alerts(Search search) {
        Tuple wanted = Tuple.of(
                search.before(),
                search.status().map(Enum::name).orElse(null),
                search.kind().map(Enum::name).orElse(null),
                search.limit());
        return transactions.query(ALERTS, wanted).map(rows -> Rows.stream(rows)
                .flatMap(PgWatchedDeliveries::numbered)
                .toList());
    }

    private static Stream<Numbered> numbered(Row row) {
        return delivery(row).alert(row.getString("id")).stream()
                .map(alert -> new Numbered(alert, row.getLong("number")));
    }

    @Override
    public Uni<Counts> counts() {
        return transactions.query(UNANSWERED, Tuple.tuple()).chain(unanswered -> transactions
                .query(OPEN, Tuple.tuple())
                .map(open -> counts(unanswered.iterator().next(), open)));
    }

    private static Counts counts(Row unanswered, RowSet<Row> open) {
        Map<Kind, Long> byKind = Rows.stream(open)
                .collect(Collectors.toMap(row -> Kind.valueOf(row.getString("kind")), row -> row.getLong("open")));
        return new Counts(
                unanswered.getLong("unanswered"),
                Optional.ofNullable(unanswered.getOffsetDateTime("oldest")).map(OffsetDateTime::toInstant),
                byKind);
    }

    private static Entry entry(Row row) {
        return new Entry(delivery(row), row.getInteger("revision"));
    }

    private static WatchedDelivery delivery(Row row) {
        return Documents.read(row, "document", WatchedDelivery.class);
    }
}
