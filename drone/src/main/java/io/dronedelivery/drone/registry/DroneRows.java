package io.dronedelivery.drone.registry;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.DroneMissions;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads drones with all that the tables say of them. */
public final class DroneRows {

    /** Every column of a drone; the drone's own table is <code>d</code>. */
    public static final String COLUMNS = """
            d.drone_id, d.base_id, d.model, d.payload_grams_max, d.range_meters_max, d.cruise_speed, d.protocol,
            d.mavlink_system_id, d.mavlink_networks, d.mavlink_key, d.registered_at, d.latitude, d.longitude, d.delivery_id, d.attempt, d.ended_at,
            d.revision, own.latitude as base_latitude, own.longitude as base_longitude, home.latitude as home_latitude, home.longitude as home_longitude,
            d.written_off, concerning.missions,
            s.sequence, s.sequence_offset, s.altitude, s.battery_seen_at, s.time, s.latitude as seen_latitude, s.longitude as seen_longitude, s.battery, s.flight_status,
            s.payload, s.mission_delivery_id, s.mission_attempt, s.mission_aborted, s.seen_at
            """;

    /** The joins to <code>drones d</code> that these columns need. */
    public static final String JOINS = """
            join bases own on own.base_id = d.base_id
            cross join lateral (
                select latitude, longitude from bases b
                order by meters(b.latitude, b.longitude, d.latitude, d.longitude), b.base_id limit 1
            ) home
            left join last_reports s on s.drone_id = d.drone_id
            cross join lateral (
                select jsonb_agg(m.document) as missions
                from (
                    select d.delivery_id where d.delivery_id is not null
                    union select w.delivery_id from withdrawals w where w.drone_id = d.drone_id
                ) of_drone
                join missions m on m.delivery_id = of_drone.delivery_id
            ) concerning
            """;

    public static final String SELECT = "select " + COLUMNS + " from drones d " + JOINS;

    private DroneRows() {}

    /** The drones with these ids. */
    public static Uni<List<DroneState>> find(SqlConnection tx, Collection<String> droneIds) {
        return tx.preparedQuery(SELECT + " where d.drone_id = any($1) order by d.drone_id")
                .execute(Tuple.of(droneIds.toArray(String[]::new)))
                .map(rows -> Rows.all(rows, DroneRows::read));
    }

    /** The drone in a row with these columns. */
    public static DroneState read(Row row) {
        return new DroneState(
                row.getString("drone_id"),
                registration(row),
                new Position(row.getDouble("base_latitude"), row.getDouble("base_longitude")),
                new Position(row.getDouble("home_latitude"), row.getDouble("home_longitude")),
                row.getOffsetDateTime("registered_at").toInstant(),
                new Position(row.getDouble("latitude"), row.getDouble("longitude")),
                missions(row),
                row.getValue("written_off") == null ? null : Documents.read(row, "written_off", WrittenOff.class),
                row.getLong("sequence") == null ? null : lastReport(row),
                row.getLong("revision"));
    }

    private static Registration registration(Row row) {
        return new Registration(
                row.getString("base_id"),
                new Airframe(
                        row.getString("model"),
                        row.getInteger("payload_grams_max"),
                        row.getDouble("range_meters_max"),
                        row.getDouble("cruise_speed")),
                Protocol.valueOf(row.getString("protocol")),
                row.getInteger("mavlink_system_id"),
                networks(row),
                row.getString("mavlink_key"));
    }

    private static @Nullable List<String> networks(Row row) {
        String[] networks = row.getArrayOfStrings("mavlink_networks");
        return networks == null ? null : List.of(networks);
    }

    private static DroneMissions missions(Row row) {
        List<DeliveryMissions> deliveries = row.getValue("missions") == null
                ? List.of()
                : List.of(Documents.read(row, "missions", DeliveryMissions[].class));
        return DroneMissions.of(row.getString("drone_id"), deliveries, instant(row, "ended_at"));
    }

    private static LastReport lastReport(Row row) {
        Double latitude = row.getDouble("seen_latitude");
        Double longitude = row.getDouble("seen_longitude");
        return new LastReport(
                row.getString("drone_id"),
                row.getLong("sequence"),
                row.getLong("sequence_offset"),
                row.getOffsetDateTime("time").toInstant(),
                latitude == null || longitude == null ? null : new Position(latitude, longitude),
                row.getDouble("altitude"),
                row.getDouble("battery"),
                instant(row, "battery_seen_at"),
                FlightStatus.valueOf(row.getString("flight_status")),
                Payload.valueOf(row.getString("payload")),
                reported(row),
                Objects.requireNonNull(instant(row, "seen_at")));
    }

    private static @Nullable MissionReference reported(Row row) {
        String deliveryId = row.getString("mission_delivery_id");
        return deliveryId == null
                ? null
                : new MissionReference(
                        deliveryId, row.getInteger("mission_attempt"), row.getBoolean("mission_aborted"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
