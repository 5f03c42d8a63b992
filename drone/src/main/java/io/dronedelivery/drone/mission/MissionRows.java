package io.dronedelivery.drone.mission;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.DroneChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** Writes a delivery's missions: the document, and the columns by which drones and their missions are found. */
public final class MissionRows {

    // $3: the drones of withdrawn missions. $4: the drones for which anything changed.
    // $5: the attempt that each of these is held for. $6: whether its flight ended. $7: now.
    private static final String WRITE = """
            with kept as (
                insert into missions (delivery_id, document) values ($1, $2)
                on conflict (delivery_id) do update set document = excluded.document
            ), told as (
                delete from withdrawals where delivery_id = $1 and drone_id <> all($3::text[])
            ), pending as (
                insert into withdrawals (delivery_id, drone_id) select $1, unnest($3::text[])
                on conflict do nothing
            )
            update drones d set
                delivery_id = case when n.attempt is not null then $1 when d.delivery_id <> $1 then d.delivery_id end,
                attempt = case when n.attempt is not null then n.attempt when d.delivery_id <> $1 then d.attempt end,
                ended_at = case when n.flight_ended then $7 else d.ended_at end,
                revision = revision(d.revision)
            from unnest($4::text[], $5::int[], $6::boolean[]) as n (drone_id, attempt, flight_ended)
            where d.drone_id = n.drone_id
            """;

    private MissionRows() {}

    /** Writes what changed. The caller has locked the delivery. */
    public static Uni<Void> write(SqlConnection tx, DeliveryMissions before, DeliveryMissions after, Instant now) {
        return after.equals(before)
                ? Uni.createFrom().voidItem()
                : write(tx, after, DroneChange.between(before, after), now);
    }

    /** Writes the document, and only the given changes of drones. */
    public static Uni<Void> write(SqlConnection tx, DeliveryMissions after, List<DroneChange> drones, Instant now) {
        return tx.preparedQuery(WRITE)
                .execute(Tuple.tuple()
                        .addString(after.deliveryId())
                        .addJsonObject(Documents.json(after))
                        .addValue(after.withdrawnDrones().toArray(String[]::new))
                        .addValue(Rows.column(drones, String[]::new, DroneChange::droneId))
                        .addValue(Rows.column(drones, Integer[]::new, DroneChange::attempt))
                        .addValue(Rows.column(drones, Boolean[]::new, DroneChange::flightEnded))
                        .addOffsetDateTime(Rows.utc(now)))
                .replaceWithVoid();
    }
}
