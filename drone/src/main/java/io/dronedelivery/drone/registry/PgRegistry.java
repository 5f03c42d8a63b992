package io.dronedelivery.drone.registry;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.drone.mission.PgMissions;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.Registry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The registry in PostgreSQL. */
@Singleton
class PgRegistry implements Registry {
    private static final String KEEP_BASE = """
            with kept as (
                insert into bases (base_id, name, latitude, longitude) values ($1, $2, $3, $4)
                on conflict (base_id) do update
                set name = excluded.name, latitude = excluded.latitude, longitude = excluded.longitude
                returning base_id
            )
            update drones d set revision = revision(d.revision) from kept
            """;

    // a drone that was never heard stands at its base
    private static final String REGISTER = """
            insert into drones as d (drone_id, base_id, model, payload_grams_max, range_meters_max, cruise_speed, protocol,
                mavlink_system_id, mavlink_networks, mavlink_key, registered_at, latitude, longitude)
            select $1, base_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, latitude, longitude from bases where base_id = $2
            on conflict (drone_id) do update set
                base_id = excluded.base_id, model = excluded.model, payload_grams_max = excluded.payload_grams_max,
                range_meters_max = excluded.range_meters_max, cruise_speed = excluded.cruise_speed,
                protocol = excluded.protocol, mavlink_system_id = excluded.mavlink_system_id,
                mavlink_networks = excluded.mavlink_networks, mavlink_key = excluded.mavlink_key,
                registered_at = excluded.registered_at, written_off = null, revision = revision(d.revision),
                latitude = case when exists (select from last_reports s where s.drone_id = d.drone_id)
                    then d.latitude else excluded.latitude end,
                longitude = case when exists (select from last_reports s where s.drone_id = d.drone_id)
                    then d.longitude else excluded.longitude end
            """;

    private static final String WRITE_OFF = """
            update drones set written_off = coalesce(written_off, $2), revision = revision(revision) where drone_id = $1
            """;

    private static final String ONE = DroneRows.SELECT + " where d.drone_id = $1";

    private final Transactions transactions;
    private final PgMissions missions;

    PgRegistry(Transactions transactions, PgMissions missions) {
        this.transactions = transactions;
        this.missions = missions;
    }

    @Override
    public Uni<Void> keep(String baseId, Base base) {
        Position location = base.location();
        return transactions.run(tx -> tx.preparedQuery(KEEP_BASE)
                .execute(Tuple.of(baseId, base.name(), location.latitude(), location.longitude()))
                .replaceWithVoid());
    }

    @Override
    public Uni<Optional<Base>> base(String baseId) {
        return transactions
                .query("select name, latitude, longitude from bases where base_id = $1", Tuple.of(baseId))
                .map(rows -> Rows.first(rows, PgRegistry::base));
    }

    @Override
    public Uni<SortedMap<String, Base>> bases() {
        return transactions
                .query("select base_id, name, latitude, longitude from bases", Tuple.tuple())
                .map(rows -> {
                    SortedMap<String, Base> bases = new TreeMap<>();
                    rows.forEach(row -> bases.put(row.getString("base_id"), base(row)));
                    return bases;
                });
    }

    private static Base base(Row row) {
        return new Base(row.getString("name"), new Position(row.getDouble("latitude"), row.getDouble("longitude")));
    }

    @Override
    public Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now) {
        return transactions
                .run(tx -> insert(tx, droneId, registration, now)
                        .chain(inserted -> inserted == 0
                                ? Uni.createFrom().item(refused("/baseId: there is no base " + registration.baseId()))
                                : tx.preparedQuery(ONE)
                                        .execute(Tuple.of(droneId))
                                        .map(rows -> new Granted<>(one(rows).orElseThrow()))))
                .onFailure(PgRegistry::systemIdTaken)
                .recoverWithItem(
                        refused("/mavlinkSystemId: " + registration.mavlinkSystemId() + " is another drone's"));
    }

    private static Uni<Integer> insert(SqlConnection tx, String droneId, Registration drone, Instant now) {
        return tx.preparedQuery(REGISTER)
                .execute(Tuple.tuple()
                        .addString(droneId)
                        .addString(drone.baseId())
                        .addString(drone.airframe().model())
                        .addInteger(drone.airframe().payloadGramsMax())
                        .addDouble(drone.airframe().rangeMetersMax())
                        .addDouble(drone.airframe().cruiseSpeed())
                        .addString(drone.protocol().name())
                        .addInteger(drone.mavlinkSystemId())
                        .addArrayOfString(networks(drone))
                        .addString(drone.mavlinkKey())
                        .addOffsetDateTime(Rows.utc(now)))
                .map(inserted -> inserted.rowCount());
    }

    private static String @Nullable [] networks(Registration drone) {
        List<String> networks = drone.mavlinkNetworks();
        return networks == null ? null : networks.toArray(String[]::new);
    }

    private static Outcome<DroneState> refused(String detail) {
        return new Refused<>(Refusal.INVALID, detail);
    }

    private static boolean systemIdTaken(Throwable failure) {
        return failure instanceof PgException error && "drones_mavlink_system_id".equals(error.getConstraint());
    }

    @Override
    public Uni<Boolean> writeOff(String droneId, WrittenOff lost) {
        return transactions.run(
                tx -> missions.changeOfDrone(tx, droneId, lost.at(), before -> before.lose(droneId, lost.at()))
                        .chain(() -> tx.preparedQuery(WRITE_OFF).execute(Tuple.of(droneId, Documents.json(lost))))
                        .map(updated -> updated.rowCount() == 1));
    }

    @Override
    public Uni<Optional<DroneState>> drone(String droneId) {
        return transactions.query(ONE, Tuple.of(droneId)).map(PgRegistry::one);
    }

    private static Optional<DroneState> one(RowSet<Row> rows) {
        return Rows.first(rows, DroneRows::read);
    }

    @Override
    public Uni<List<DroneState>> drones() {
        return transactions
                .query(DroneRows.SELECT + " order by d.drone_id collate \"C\"", Tuple.tuple())
                .map(rows -> Rows.all(rows, DroneRows::read));
    }
}
