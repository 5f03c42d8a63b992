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
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.DroneState;
import io.dronedelivery.drone.domain.Duty;
import io.dronedelivery.drone.domain.Sighting;
import io.dronedelivery.drone.domain.Withdrawal;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A drone out of the tables that make it up. */
final class DroneRows {

    /** Every column of a drone; the drone's own table is <code>d</code>. */
    static final String COLUMNS = """
            d.drone_id, d.base_id, d.model, d.payload_grams_max, d.range_meters_max, d.cruise_speed, d.door,
            d.mavlink_system_id, d.registered_at, d.latitude, d.longitude, d.delivery_id, d.attempt, d.ended_at,
            d.revision, own.latitude as base_latitude, own.longitude as base_longitude, home.latitude as home_latitude, home.longitude as home_longitude, r.request,
            d.written_off, withdrawn.missions,
            exists (
                select from reservations e
                where e.delivery_id = d.delivery_id and e.attempt < d.attempt
                  and e.pending and e.ordered and (e.stopped is null or e.parcel_may_be_out)
            ) as withheld,
            s.sequence, s.sequence_offset, s.altitude, s.battery_seen_at, s.time, s.latitude as seen_latitude, s.longitude as seen_longitude, s.battery, s.flight_status,
            s.payload, s.mission_delivery_id, s.mission_attempt, s.mission_aborted, s.seen_at
            """;

    /** What to join to <code>drones d</code> for that. */
    static final String JOINS = """
            join bases own on own.base_id = d.base_id
            cross join lateral (
                select latitude, longitude from bases b
                order by meters(b.latitude, b.longitude, d.latitude, d.longitude), b.base_id limit 1
            ) home
            left join sightings s on s.drone_id = d.drone_id
            left join reservations r on r.drone_id = d.drone_id and r.state = 'FLYABLE' and r.withdrawn_at is null
            left join lateral (
                select jsonb_agg(jsonb_build_object(
                    'mission', jsonb_build_object('deliveryId', w.delivery_id, 'attempt', w.attempt, 'aborted', false),
                    'pickup', w.request -> 'pickup',
                    'since', w.withdrawn_at,
                    'ordered', w.ordered,
                    'loaded', w.loaded,
                    'known', w.stopped)) as missions
                from reservations w where w.drone_id = d.drone_id and w.pending
            ) withdrawn on true
            """;

    static final String SELECT = "select " + COLUMNS + " from drones d " + JOINS;

    private DroneRows() {}

    static DroneState read(Row row) {
        return new DroneState(
                row.getString("drone_id"),
                registration(row),
                new Position(row.getDouble("base_latitude"), row.getDouble("base_longitude")),
                new Position(row.getDouble("home_latitude"), row.getDouble("home_longitude")),
                row.getOffsetDateTime("registered_at").toInstant(),
                new Position(row.getDouble("latitude"), row.getDouble("longitude")),
                duty(row),
                row.getValue("written_off") == null ? null : Documents.read(row, "written_off", WrittenOff.class),
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

    private static Duty duty(Row row) {
        MissionReference assignment = assignment(row);
        return new Duty(
                assignment,
                assignment == null ? null : flight(row, assignment),
                row.getBoolean("withheld"),
                instant(row, "ended_at"),
                row.getValue("missions") == null
                        ? List.of()
                        : List.of(Documents.read(row, "missions", Withdrawal[].class)));
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
        return row.getOffsetDateTime(column) == null
                ? null
                : row.getOffsetDateTime(column).toInstant();
    }
}
