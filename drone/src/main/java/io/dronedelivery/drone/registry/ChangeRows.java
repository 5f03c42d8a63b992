package io.dronedelivery.drone.registry;

import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what changed in the fleet. */
public final class ChangeRows {
    // Every transaction below xmin has ended, so nothing with a lower revision can still appear.
    private static final String SINCE = "select horizon.mark, " + DroneRows.COLUMNS
            + " from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as mark) horizon"
            + " left join (drones d " + DroneRows.JOINS + ") on d.revision >= $1";

    // $2: the drones in doubt, $3: the sequence of the last report that is known of each; null if it is read anyway
    private static final String FREE_SINCE = DroneRows.SELECT + """
            where d.delivery_id is null and d.drone_id in (
                select drone_id from drones where revision >= $1 and delivery_id is null
                union
                select k.drone_id from unnest($2::text[], $3::bigint[]) as k (drone_id, sequence)
                where k.sequence is null or exists (
                    select from last_reports r where r.drone_id = k.drone_id and r.sequence > k.sequence)
            )
            """;

    private static final String BASES = "select latitude, longitude from bases";

    private ChangeRows() {}

    /** How a query is run: in a transaction, or on its own. */
    @FunctionalInterface
    public interface Query {
        Uni<RowSet<Row>> run(String sql, Tuple parameters);
    }

    /** The drones of which anything but the last report changed since the mark, maybe a few more; 0 asks for all. */
    public static Uni<FleetChanges> since(Query query, long mark) {
        return query.run(SINCE, Tuple.of(mark)).chain(rows -> {
            long next = rows.iterator().next().getLong("mark");
            List<DroneState> drones = Rows.stream(rows)
                    .filter(row -> row.getString("drone_id") != null)
                    .map(DroneRows::read)
                    .toList();
            return withBases(query, next, drones);
        });
    }

    /**
     * The same, of the drones that are held for nothing, and those drones in doubt of which there is a newer report. The mark
     * stays, since not all that changed is read.
     *
     * @param doubtful the sequence of the last report that is known of each drone in doubt; null if it is read anyway
     */
    public static Uni<FleetChanges> freeSince(Query query, long mark, Map<String, @Nullable Long> doubtful) {
        Tuple parameters = Tuple.of(
                mark,
                doubtful.keySet().toArray(String[]::new),
                doubtful.values().toArray(Long[]::new));
        return query.run(FREE_SINCE, parameters).chain(rows -> withBases(query, mark, Rows.all(rows, DroneRows::read)));
    }

    /** The bases are read last, so that none is older than the drones that it changed. */
    private static Uni<FleetChanges> withBases(Query query, long mark, List<DroneState> drones) {
        return drones.isEmpty()
                ? Uni.createFrom().item(new FleetChanges(mark, drones, List.of()))
                : query.run(BASES, Tuple.tuple())
                        .map(bases -> new FleetChanges(mark, drones, Rows.all(bases, ChangeRows::place)));
    }

    private static Position place(Row base) {
        return new Position(base.getDouble("latitude"), base.getDouble("longitude"));
    }
}
