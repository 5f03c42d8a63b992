package io.dronedelivery.drone;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Door;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.DroneState;
import io.dronedelivery.drone.domain.Sighting;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A drone out of the tables that make it up. */
final class DroneRows {

    /** Every column of a drone; the drone's own table is <code>d</code>. */
    static final String COLUMNS = """
            d.drone_id, d.base_id, d.model, d.payload_grams_max, d.range_meters_max, d.cruise_speed, d.door,
            d.mavlink_system_id, d.registered_at, d.latitude, d.longitude, d.delivery_id, d.attempt, d.ended_at,
            d.revision, home.latitude as home_latitude, home.longitude as home_longitude, r.request,
            s.sequence, s.time, s.latitude as seen_latitude, s.longitude as seen_longitude, s.battery, s.flight_status,
            s.payload, s.seen_at
            """;

    /** What to join to <code>drones d</code> for that. */
    static final String JOINS = """
            cross join lateral (
                select latitude, longitude from bases b
                order by meters(b.latitude, b.longitude, d.latitude, d.longitude), b.base_id limit 1
            ) home
            left join sightings s on s.drone_id = d.drone_id
            left join reservations r on r.drone_id = d.drone_id and r.state = 'FLYABLE'
            """;

    static final String SELECT = "select " + COLUMNS + " from drones d " + JOINS;

    private DroneRows() {}

    static DroneState read(Row row) {
        MissionReference assignment = assignment(row);
        return new DroneState(
                row.getString("drone_id"),
                registration(row),
                new Position(row.getDouble("home_latitude"), row.getDouble("home_longitude")),
                row.getOffsetDateTime("registered_at").toInstant(),
                new Position(row.getDouble("latitude"), row.getDouble("longitude")),
                assignment,
                assignment == null ? null : flight(row, assignment),
                instant(row, "ended_at"),
                row.getLong("sequence") == null ? null : sighting(row),
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
                Door.valueOf(row.getString("door")),
                row.getInteger("mavlink_system_id"));
    }

    private static @Nullable MissionReference assignment(Row row) {
        String deliveryId = row.getString("delivery_id");
        return deliveryId == null ? null : new MissionReference(deliveryId, row.getInteger("attempt"), false);
    }

    private static @Nullable Flight flight(Row row, MissionReference mission) {
        if (row.getValue("request") == null) {
            return null;
        }
        ReservationRequest request = Documents.read(row, "request", ReservationRequest.class);
        return new Flight(mission, request.pickup(), request.dropoff(), request.weightGrams(), request.readyAt());
    }

    private static Sighting sighting(Row row) {
        Double latitude = row.getDouble("seen_latitude");
        Double longitude = row.getDouble("seen_longitude");
        return new Sighting(
                row.getString("drone_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("time").toInstant(),
                latitude == null || longitude == null ? null : new Position(latitude, longitude),
                row.getDouble("battery"),
                FlightStatus.valueOf(row.getString("flight_status")),
                Payload.valueOf(row.getString("payload")),
                Objects.requireNonNull(instant(row, "seen_at")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column) == null
                ? null
                : row.getOffsetDateTime(column).toInstant();
    }
}
