package io.dronedelivery.drone.reservation;

import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.drone.registry.ChangeRows;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.reservation.domain.Candidate;
import io.dronedelivery.drone.reservation.domain.FreeDrones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drones in PostgreSQL, in a transaction that reserves one for an attempt. */
record PgFreeDrones(SqlConnection transaction, String deliveryId, int attempt) implements FreeDrones {

    // $1: the drones offered, the best first; $2: the revision of each, and $3: the sequence of its last report, as the
    // candidate has them; $4 and $5: the delivery and its attempt
    private static final String TAKE_FIRST = """
            with best as (
                select d.drone_id
                from unnest($1::text[], $2::bigint[], $3::bigint[])
                    with ordinality as o (drone_id, revision, sequence, rank)
                join drones d on d.drone_id = o.drone_id
                where d.delivery_id is null
                  and d.revision = o.revision
                  and not exists (
                      select from last_reports r where r.drone_id = o.drone_id and r.sequence > o.sequence)
                order by o.rank
                limit 1
                for no key update of d %s
            )
            update drones d set delivery_id = $4, attempt = $5, revision = revision(d.revision)
            from best where d.drone_id = best.drone_id
            returning d.drone_id, d.revision
            """;

    private static final String TAKE_FIRST_UNLOCKED = TAKE_FIRST.formatted("skip locked");
    private static final String TAKE_FIRST_WAITING = TAKE_FIRST.formatted("");

    @Override
    public Uni<Optional<Taken>> takeFirst(List<Candidate> bestFirst, boolean waiting) {
        return query(
                        waiting ? TAKE_FIRST_WAITING : TAKE_FIRST_UNLOCKED,
                        Tuple.of(
                                Rows.column(bestFirst, String[]::new, Candidate::droneId),
                                Rows.column(bestFirst, Long[]::new, candidate -> candidate
                                        .drone()
                                        .revision()),
                                Rows.column(bestFirst, Long[]::new, candidate -> candidate
                                        .drone()
                                        .lastSequence()),
                                deliveryId,
                                attempt))
                .map(rows -> Rows.first(rows, row -> new Taken(row.getString("drone_id"), row.getLong("revision"))));
    }

    @Override
    public Uni<FleetChanges> freeSince(long mark, Map<String, @Nullable Long> doubtful) {
        return ChangeRows.freeSince(this::query, mark, doubtful);
    }

    @Override
    public Uni<FleetChanges> since(long mark) {
        return ChangeRows.since(this::query, mark);
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return transaction.preparedQuery(sql).execute(parameters);
    }
}
