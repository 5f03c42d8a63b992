package io.dronedelivery.drone.telemetry;

import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.registry.ChangeRows;
import io.dronedelivery.drone.registry.DroneRows;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Last reports in PostgreSQL. */
@Singleton
class PgTelemetryStore implements TelemetryStore {

    // A stand moves only when the drone did, by more than its receiver's noise: 0.0001 degrees are 11 m. Other
    // processes learn
    // at once if a drone is numbered on, or they would number it as before. "before" is what was stored before this
    // statement.
    private static final String STORE = """
            with latest as (
                select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::float8[], $5::float8[],
                    $6::float8[], $7::text[], $8::text[], $9::text[], $10::int[], $11::boolean[], $12::timestamptz[],
                    $13::bigint[], $14::float8[], $15::timestamptz[])
                    as l (drone_id)
                where exists (select from drones d where d.drone_id = l.drone_id)
            ), stored as (
                insert into last_reports (drone_id, sequence, time, latitude, longitude, battery, flight_status, payload,
                    mission_delivery_id, mission_attempt, mission_aborted, seen_at, sequence_offset, altitude,
                    battery_seen_at)
                select * from latest
                on conflict (drone_id) do update set
                    sequence = excluded.sequence, time = excluded.time, latitude = excluded.latitude,
                    longitude = excluded.longitude, battery = excluded.battery,
                    flight_status = excluded.flight_status, payload = excluded.payload,
                    mission_delivery_id = excluded.mission_delivery_id, mission_attempt = excluded.mission_attempt,
                    mission_aborted = excluded.mission_aborted, seen_at = excluded.seen_at,
                    sequence_offset = excluded.sequence_offset, altitude = excluded.altitude,
                    battery_seen_at = excluded.battery_seen_at, link_lost_told = false
                where last_reports.sequence < excluded.sequence
                returning drone_id, latitude, longitude, flight_status, sequence_offset
            ), changed as (
                select s.*,
                    s.flight_status in ('GROUNDED', 'LANDED') and s.latitude is not null
                        and (abs(d.latitude - s.latitude) > 0.0001 or abs(d.longitude - s.longitude) > 0.0001) as moved,
                    s.sequence_offset <> coalesce(before.sequence_offset, 0) as renumbered
                from stored s join drones d using (drone_id) left join last_reports before using (drone_id)
            )
            update drones d
            set latitude = case when c.moved then c.latitude else d.latitude end,
                longitude = case when c.moved then c.longitude else d.longitude end,
                revision = revision(d.revision)
            from changed c
            where d.drone_id = c.drone_id and (c.moved or c.renumbered)
            """;

    private static final String LOCK = """
            select drone_id from last_reports where drone_id = any($1) and not link_lost_told order by drone_id for update
            """;

    private static final String TOLD = "update last_reports set link_lost_told = true where drone_id = any($1)";

    private final Transactions transactions;
    private final Outbox outbox;

    PgTelemetryStore(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<FleetChanges> since(long mark) {
        return ChangeRows.since(transactions::query, mark);
    }

    @Override
    public Uni<Void> store(List<LastReport> latest) {
        Tuple columns = Tuple.tuple()
                .addValue(Rows.column(latest, String[]::new, LastReport::droneId))
                .addValue(Rows.column(latest, Long[]::new, LastReport::sequence))
                .addValue(Rows.column(latest, OffsetDateTime[]::new, report -> Rows.utc(report.time())))
                .addValue(Rows.column(latest, Double[]::new, PgTelemetryStore::latitude))
                .addValue(Rows.column(latest, Double[]::new, PgTelemetryStore::longitude))
                .addValue(Rows.column(latest, Double[]::new, LastReport::battery))
                .addValue(Rows.column(
                        latest, String[]::new, report -> report.flightStatus().name()))
                .addValue(Rows.column(
                        latest, String[]::new, report -> report.payload().name()))
                .addValue(ofMission(latest, String[]::new, MissionReference::deliveryId))
                .addValue(ofMission(latest, Integer[]::new, MissionReference::attempt))
                .addValue(ofMission(latest, Boolean[]::new, MissionReference::aborted))
                .addValue(Rows.column(latest, OffsetDateTime[]::new, report -> Rows.utc(report.seenAt())))
                .addValue(Rows.column(latest, Long[]::new, LastReport::sequenceOffset))
                .addValue(Rows.column(latest, Double[]::new, LastReport::altitude))
                .addValue(Rows.column(latest, OffsetDateTime[]::new, PgTelemetryStore::batterySeenAt));
        return transactions.run(tx -> tx.preparedQuery(STORE).execute(columns).replaceWithVoid());
    }

    private static @Nullable OffsetDateTime batterySeenAt(LastReport lastReport) {
        return lastReport.batterySeenAt() == null ? null : Rows.utc(lastReport.batterySeenAt());
    }

    private static <T> T[] ofMission(
            List<LastReport> reports, IntFunction<T[]> array, Function<MissionReference, @Nullable T> part) {
        return Rows.column(reports, array, report -> report.mission() == null ? null : part.apply(report.mission()));
    }

    private static @Nullable Double latitude(LastReport lastReport) {
        Position position = lastReport.position();
        return position == null ? null : position.latitude();
    }

    private static @Nullable Double longitude(LastReport lastReport) {
        Position position = lastReport.position();
        return position == null ? null : position.longitude();
    }

    @Override
    public Uni<List<String>> publishLostLinks(List<String> droneIds, Instant heardBefore) {
        return transactions.run(tx -> tx.preparedQuery(LOCK)
                .mapping(row -> row.getString("drone_id"))
                .execute(Tuple.of(droneIds.toArray(String[]::new)))
                .map(locked -> Rows.stream(locked).toList())
                .chain(untold -> DroneRows.find(tx, untold))
                .map(drones -> drones.stream()
                        .flatMap(drone -> drone.linkLost(heardBefore).stream())
                        .toList())
                .chain(lost -> tell(tx, lost)));
    }

    private Uni<List<String>> tell(SqlConnection tx, List<LinkLost> lost) {
        List<String> droneIds = lost.stream().map(LinkLost::droneId).toList();
        return tx.preparedQuery(TOLD)
                .execute(Tuple.of(droneIds.toArray(String[]::new)))
                .chain(() -> outbox.append(
                        tx, lost.stream().map(PgTelemetryStore::outgoing).toList()))
                .replaceWith(droneIds);
    }

    private static Outgoing outgoing(LinkLost lost) {
        return new Outgoing(
                Topic.DRONE_TELEMETRY, lost.droneId(), lost.droneId() + "/" + lost.sequence() + "/link-lost", lost);
    }
}
