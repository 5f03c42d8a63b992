package io.dronedelivery.drone.mission;

import static java.time.ZoneOffset.UTC;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.DroneChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes a delivery's missions: the document, and the columns that the search for drones uses. */
public final class MissionRows {

    // $3: the drones of withdrawn missions, $4: whether each may still fly one. $5: the drones for which anything
    // changed,
    // $6: the attempt that each is held for, $7: whether its flight ended. $8: now
    private static final String WRITE = """
            with kept as (
                insert into missions (delivery_id, document) values ($1, $2)
                on conflict (delivery_id) do update set document = excluded.document
            ), told as (
                delete from withdrawals where delivery_id = $1 and drone_id <> all($3::text[])
            ), pending as (
                insert into withdrawals as w (delivery_id, drone_id, may_fly)
                select $1, n.drone_id, n.may_fly from unnest($3::text[], $4::boolean[]) as n (drone_id, may_fly)
                on conflict (delivery_id, drone_id) do update set may_fly = excluded.may_fly
                where w.may_fly <> excluded.may_fly
            )
            update drones d set
                delivery_id = case when n.attempt is not null then $1 when d.delivery_id <> $1 then d.delivery_id end,
                attempt = case when n.attempt is not null then n.attempt when d.delivery_id <> $1 then d.attempt end,
                ended_at = case when n.flight_ended then $8 else d.ended_at end,
                revision = revision()
            from unnest($5::text[], $6::int[], $7::boolean[]) as n (drone_id, attempt, flight_ended)
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
        Map<String, Boolean> withdrawals = after.withdrawals();
        return tx.preparedQuery(WRITE)
                .execute(Tuple.tuple()
                        .addString(after.deliveryId())
                        .addJsonObject(Documents.json(after))
                        .addValue(withdrawals.keySet().toArray(String[]::new))
                        .addValue(withdrawals.values().toArray(Boolean[]::new))
                        .addValue(drones.stream().map(DroneChange::droneId).toArray(String[]::new))
                        .addValue(drones.stream().map(DroneChange::attempt).toArray(Integer[]::new))
                        .addValue(drones.stream().map(DroneChange::flightEnded).toArray(Boolean[]::new))
                        .addOffsetDateTime(now.atOffset(UTC)))
                .replaceWithVoid();
    }
}
