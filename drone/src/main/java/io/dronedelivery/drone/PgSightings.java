package io.dronedelivery.drone;

import static java.time.ZoneOffset.UTC;

import io.dronedelivery.chassis.store.Outbox;
import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.DroneState;
import io.dronedelivery.drone.domain.Sighting;
import io.dronedelivery.drone.domain.Sightings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Sightings in PostgreSQL. */
@Singleton
class PgSightings implements Sightings {

    // Every transaction below xmin has ended, so nothing with a lower revision can still appear.
    private static final String SINCE = "select horizon.mark, " + DroneRows.COLUMNS
            + " from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as mark) horizon"
            + " left join (drones d " + DroneRows.JOINS + ") on d.revision >= $1";

    // a stand moves only when the drone did, by more than its receiver's noise: 0.0001 degrees are 11 m
    private static final String STORE = """
            with latest as (
                select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::float8[], $5::float8[],
                    $6::float8[], $7::text[], $8::text[], $9::text[], $10::int[], $11::boolean[], $12::timestamptz[],
                    $13::bigint[], $14::float8[], $15::timestamptz[])
                    as l (drone_id)
                where exists (select from drones d where d.drone_id = l.drone_id)
            ), stored as (
                insert into sightings (drone_id, sequence, time, latitude, longitude, battery, flight_status, payload,
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
                    battery_seen_at = excluded.battery_seen_at, told_silent = false
                where sightings.sequence < excluded.sequence
                returning drone_id, latitude, longitude, flight_status
            )
            update drones d set latitude = s.latitude, longitude = s.longitude, revision = revision()
            from stored s
            where d.drone_id = s.drone_id and s.flight_status in ('GROUNDED', 'LANDED') and s.latitude is not null
              and (abs(d.latitude - s.latitude) > 0.0001 or abs(d.longitude - s.longitude) > 0.0001)
            """;

    private static final String NOTE_PARCELS = """
            with noted as (
                update reservations r set loaded = true
                from unnest($1::text[], $2::int[]) as m (delivery_id, attempt)
                where r.delivery_id = m.delivery_id and r.attempt = m.attempt and not r.loaded
                returning r.drone_id
            )
            update drones d set revision = revision() from noted where d.drone_id = noted.drone_id
            """;

    private static final String TELL_SILENT = """
            update sightings s set told_silent = true
            from drones d join reservations r on r.drone_id = d.drone_id and r.state = 'FLYABLE'
                and r.withdrawn_at is null
            where s.drone_id = d.drone_id and s.drone_id = any($1) and s.flight_status = 'AIRBORNE'
              and s.seen_at < $2 and not s.told_silent
            returning s.drone_id, s.sequence, s.time, d.delivery_id, d.attempt
            """;

    // whoever is held for the delivery may have waited for it, and would find no parcel where that one may have it
    private static final String TELL_STOPPED = """
            with stopped as (
                update reservations set
                    stopped = coalesce(stopped, case when in_vain then 'WITH_PARCEL' else $3 end),
                    pending = false
                where delivery_id = $1 and attempt = $2 and pending
                returning delivery_id, attempt, stopped, parcel_may_be_out, recalled
            ), in_vain as (
                update reservations r set withdrawn_at = coalesce(r.withdrawn_at, $4), pending = true, in_vain = true
                from stopped
                where stopped.parcel_may_be_out and r.delivery_id = stopped.delivery_id and r.attempt > stopped.attempt
                  and r.state in ('RESERVED', 'FLYABLE') and r.stopped is null
            ), changed as (
                update drones d set revision = revision()
                from stopped join reservations r on r.delivery_id = stopped.delivery_id
                where d.drone_id = r.drone_id
            )
            select recalled or parcel_may_be_out as told, stopped from stopped
            """;

    private final Transactions transactions;
    private final Outbox outbox;

    PgSightings(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Changes> since(long mark) {
        return transactions.query(SINCE, Tuple.of(mark)).map(PgSightings::changes);
    }

    private static Changes changes(RowSet<Row> rows) {
        List<DroneState> drones = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("drone_id") != null)
                .map(DroneRows::read)
                .toList();
        return new Changes(rows.iterator().next().getLong("mark"), drones);
    }

    @Override
    public Uni<Void> store(List<Sighting> latest) {
        Tuple columns = Tuple.tuple()
                .addValue(column(latest, Sighting::droneId).toArray(String[]::new))
                .addValue(column(latest, Sighting::sequence).toArray(Long[]::new))
                .addValue(column(latest, sighting -> utc(sighting.time())).toArray(OffsetDateTime[]::new))
                .addValue(optional(latest, PgSightings::latitude).toArray(Double[]::new))
                .addValue(optional(latest, PgSightings::longitude).toArray(Double[]::new))
                .addValue(optional(latest, Sighting::battery).toArray(Double[]::new))
                .addValue(column(latest, sighting -> sighting.flightStatus().name())
                        .toArray(String[]::new))
                .addValue(column(latest, sighting -> sighting.payload().name()).toArray(String[]::new))
                .addValue(mission(latest, MissionReference::deliveryId).toArray(String[]::new))
                .addValue(mission(latest, MissionReference::attempt).toArray(Integer[]::new))
                .addValue(mission(latest, MissionReference::aborted).toArray(Boolean[]::new))
                .addValue(column(latest, sighting -> utc(sighting.seenAt())).toArray(OffsetDateTime[]::new))
                .addValue(column(latest, Sighting::sequenceOffset).toArray(Long[]::new))
                .addValue(optional(latest, Sighting::altitude).toArray(Double[]::new))
                .addValue(optional(latest, PgSightings::batterySeenAt).toArray(OffsetDateTime[]::new));
        return transactions.run(tx -> Locks.shareFleet(tx)
                .chain(() -> tx.preparedQuery(STORE).execute(columns))
                .replaceWithVoid());
    }

    private static <T> List<T> column(List<Sighting> sightings, Function<Sighting, T> value) {
        return sightings.stream().map(value).toList();
    }

    private static <T> Stream<@Nullable T> optional(List<Sighting> sightings, Function<Sighting, @Nullable T> value) {
        return sightings.stream().map(value);
    }

    private static @Nullable OffsetDateTime batterySeenAt(Sighting sighting) {
        return sighting.batterySeenAt() == null ? null : utc(sighting.batterySeenAt());
    }

    private static <T> Stream<@Nullable T> mission(List<Sighting> sightings, Function<MissionReference, T> value) {
        return sightings.stream().map(Sighting::mission).map(mission -> mission == null ? null : value.apply(mission));
    }

    private static @Nullable Double latitude(Sighting sighting) {
        Position position = sighting.position();
        return position == null ? null : position.latitude();
    }

    private static @Nullable Double longitude(Sighting sighting) {
        Position position = sighting.position();
        return position == null ? null : position.longitude();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(UTC);
    }

    @Override
    public Uni<Void> noteParcels(Set<MissionReference> missions) {
        List<MissionReference> all = List.copyOf(missions);
        Tuple columns = Tuple.of(
                all.stream().map(MissionReference::deliveryId).toArray(String[]::new),
                all.stream().map(MissionReference::attempt).toArray(Integer[]::new));
        return transactions.run(tx -> Locks.shareFleet(tx)
                .chain(() -> tx.preparedQuery(NOTE_PARCELS).execute(columns))
                .replaceWithVoid());
    }

    @Override
    public Uni<List<String>> tellSilent(List<String> droneIds, Instant heardBefore) {
        return transactions.run(tx -> tx.preparedQuery(TELL_SILENT)
                .mapping(PgSightings::linkLost)
                .execute(Tuple.of(droneIds.toArray(String[]::new), utc(heardBefore)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(lost -> outbox.append(
                        tx, lost.stream().map(PgSightings::outgoing).toList()))
                .map(lost -> lost.stream().map(LinkLost::droneId).toList()));
    }

    private static LinkLost linkLost(Row row) {
        return new LinkLost(
                row.getString("drone_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("time").toInstant(),
                new MissionReference(row.getString("delivery_id"), row.getInteger("attempt"), false));
    }

    private static Outgoing outgoing(LinkLost lost) {
        return new Outgoing(
                Topic.DRONE_TELEMETRY, lost.droneId(), lost.droneId() + "/" + lost.sequence() + "/link-lost", lost);
    }

    @Override
    public Uni<Optional<FlightStopped>> tellStopped(FlightStopped stopped, Instant now) {
        MissionReference mission = stopped.mission();
        return transactions.run(tx -> Locks.shareFleet(tx, mission.deliveryId())
                .chain(() -> tx.preparedQuery(TELL_STOPPED)
                        .execute(Tuple.of(
                                mission.deliveryId(),
                                mission.attempt(),
                                stopped.because().name(),
                                utc(now))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getBoolean("told"))
                        .map(row -> because(stopped, Because.valueOf(row.getString("stopped"))))
                        .findAny())
                .call(told -> outbox.append(
                        tx, told.stream().map(PgSightings::outgoing).toList())));
    }

    private static FlightStopped because(FlightStopped stopped, Because because) {
        return new FlightStopped(stopped.droneId(), stopped.sequence(), stopped.time(), stopped.mission(), because);
    }

    private static Outgoing outgoing(FlightStopped stopped) {
        MissionReference mission = stopped.mission();
        String id = stopped.droneId() + "/" + mission.deliveryId() + "/" + mission.attempt() + "/flight-stopped";
        return new Outgoing(Topic.DRONE_TELEMETRY, stopped.droneId(), id, stopped);
    }
}
