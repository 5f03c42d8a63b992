package io.dronedelivery.supervisor.deadletter;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Dead letters as documents in PostgreSQL, with their payloads as bytes and columns to search by. */
@Singleton
class PgDeadLetters implements DeadLetters {
    private static final int SEARCHED_CHARACTERS_MAX = 255;
    private static final String ENTRY = "id, revision, repeats, document";
    // In a list, a letter comes without what may be large.
    private static final String BRIEF =
            "document || jsonb_build_object('headers', '[]'::jsonb, 'key', key) as document";
    private static final String BRIEF_ENTRY = "id, revision, repeats, " + BRIEF;
    private static final String ADD = """
            insert into dead_letter (dead_topic, dead_partition, dead_offset, revision, repeats, status, topic, group_name,
                digest, event_id, key, received_at, document, payload)
            select $1, $2, $3, 1,
                (select max(id) from dead_letter where topic = $5 and group_name = $6 and event_id = $8),
                $4, $5, $6, $7, $8, $9, $10, $11, $12
            on conflict do nothing""";
    private static final String FIND = "select " + ENTRY + ", payload, edited from dead_letter where id = $1";
    private static final String REPLACE = """
            update dead_letter set revision = revision + 1, status = $3, document = $4, edited = $5
            where id = $1 and revision = $2""";
    private static final String MATCHES = """
             ($1::text is null or topic = $1) and ($2::text is null or group_name = $2)
             and ($3::text is null or status = $3) and ($4::text is null or digest = $4)
             and ($5::text is null or key = $5)
            """;
    private static final String LIST =
            "select " + BRIEF_ENTRY + " from dead_letter where" + MATCHES + "and id < $6 order by id desc limit $7";
    private static final String IDS = "select id from dead_letter where" + MATCHES + "and id > $6 order by id limit $7";
    private static final String FAULTS = "select fault.*, " + BRIEF + """
             from (
                select topic, count(*) as open, min(received_at) as first_seen, max(received_at) as last_seen,
                    max(id) as latest
                from dead_letter where status = 'OPEN' group by topic, group_name, digest
                order by latest desc limit $1) fault
            join dead_letter on id = latest order by latest desc""";
    private static final String OPEN =
            "select topic, count(*) as open from dead_letter where status = 'OPEN' group by topic";

    private final Transactions transactions;
    private final Outbox outbox;

    PgDeadLetters(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Boolean> add(DeadLetter letter, @Nullable Payload payload) {
        Tuple row = Tuple.from(new @Nullable Object[] {
            letter.place().topic(),
            letter.place().partition(),
            letter.place().offset(),
            letter.state().status().name(),
            searched(letter.origin().topic()),
            searched(letter.failure().group()),
            searched(letter.failure().digest()),
            searched(letter.eventId()),
            searched(letter.key()),
            Rows.utc(letter.receivedAt()),
            Documents.json(letter),
            buffer(payload)
        });
        return transactions.query(ADD, row).map(added -> added.rowCount() == 1);
    }

    @Override
    public Uni<Optional<StoredLetter>> find(long id) {
        return transactions
                .query(FIND, Tuple.of(id))
                .map(rows -> Rows.first(
                        rows, row -> new StoredLetter(entry(row), payload(row, "payload"), payload(row, "edited"))));
    }

    @Override
    public Uni<Boolean> replace(
            Entry read, DeadLetter letter, @Nullable Payload edited, Optional<Publication> publication) {
        Tuple row = Tuple.from(new @Nullable Object[] {
            read.id(), read.revision(), letter.state().status().name(), Documents.json(letter), buffer(edited)
        });
        return transactions.run(tx -> tx.preparedQuery(REPLACE)
                .execute(row)
                .map(replaced -> replaced.rowCount() == 1)
                .chain(stored -> outbox.append(tx, stored ? outgoing(publication) : List.of())
                        .replaceWith(stored)));
    }

    @Override
    public Uni<List<Entry>> list(Search search, long before, int limit) {
        return transactions
                .query(LIST, matching(search, before, limit))
                .map(rows -> Rows.all(rows, PgDeadLetters::entry));
    }

    @Override
    public Uni<List<Long>> ids(Search search, long after, int limit) {
        return transactions
                .query(IDS, matching(search, after, limit))
                .map(rows -> Rows.all(rows, row -> row.getLong("id")));
    }

    @Override
    public Uni<List<Fault>> faults(int limit) {
        return transactions.query(FAULTS, Tuple.of(limit)).map(rows -> Rows.all(rows, PgDeadLetters::fault));
    }

    @Override
    public Uni<Map<String, Long>> open() {
        return transactions.query(OPEN, Tuple.tuple()).map(rows -> Rows.stream(rows)
                .collect(toMap(row -> row.getString("topic"), row -> row.getLong("open"))));
    }

    private static Tuple matching(Search search, long cursor, int limit) {
        Status status = search.status();
        return Tuple.from(new @Nullable Object[] {
            searched(search.topic()),
            searched(search.group()),
            status == null ? null : status.name(),
            searched(search.digest()),
            searched(search.key()),
            cursor,
            limit
        });
    }

    private static Entry entry(Row row) {
        return new Entry(row.getLong("id"), row.getInteger("revision"), row.getLong("repeats"), letter(row));
    }

    private static DeadLetter letter(Row row) {
        return Documents.read(row, "document", DeadLetter.class);
    }

    private static Fault fault(Row row) {
        return new Fault(
                row.getString("topic"),
                row.getLong("open"),
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant(),
                row.getLong("latest"),
                letter(row).failure());
    }

    private static List<Outgoing> outgoing(Optional<Publication> publication) {
        return publication.stream()
                .map(message -> new Outgoing(
                        message.topic(),
                        message.key(),
                        message.id(),
                        message.type(),
                        Buffer.buffer(message.payload().bytes()),
                        original(message.original())))
                .toList();
    }

    private static Outbox.@Nullable Original original(Publication.@Nullable Original original) {
        if (original == null) {
            return null;
        }
        RecordHeaders headers = new RecordHeaders();
        original.headers().forEach(header -> headers.add(header.originalName(), header.value()));
        return new Outbox.Original(Buffer.buffer(original.key().bytes()), headers);
    }

    private static @Nullable Buffer buffer(@Nullable Payload payload) {
        return payload == null ? null : Buffer.buffer(payload.bytes());
    }

    private static @Nullable Payload payload(Row row, String column) {
        var bytes = row.getBuffer(column);
        return bytes == null ? null : Payload.of(bytes.getBytes());
    }

    private static @Nullable String searched(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), SEARCHED_CHARACTERS_MAX));
    }
}
