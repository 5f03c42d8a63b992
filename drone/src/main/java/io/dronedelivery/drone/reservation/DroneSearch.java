package io.dronedelivery.drone.reservation;

import static java.time.ZoneOffset.UTC;

import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.reservation.domain.Candidate;
import io.dronedelivery.drone.reservation.domain.FlightPlan;
import io.dronedelivery.drone.reservation.domain.NoDrone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Finds the best free drone and holds it, in one statement. Several may run at the same time: a drone that another
 * transaction is just taking is skipped. The rules are those of {@link FlightPlan} and {@link DroneState}, in SQL.
 */
final class DroneSearch {

    /** How many of the nearest drones that can fly it are compared: the index finds them without reading the whole fleet. */
    private static final int NEAREST_MAX = 32;

    // Without statistics of a fleet just registered, the planner would sort it instead of using the index of places.
    private static final String BY_INDEX = "select set_config('enable_sort', 'off', true)";

    // $1 grams, $2 and $3 since when registered or heard, $4 now, $5 ready, $6 deadline, $7 to $10 pickup and drop-off,
    // $11 carry meters, $12 reserve, $13 least battery, $14 battery if never heard, $15 seconds of a turnaround,
    // $16 the delivery, which alone may take a drone that may still fly an earlier attempt at it
    //
    // home: the way back. kinds: what the fleet has that lifts the weight, and where. reach: how far off a drone of the
    // best kind may stand at most, in meters, and the box in degrees around the pickup that holds all such places. If
    // no
    // drone can fly it there is no box, and the fleet is not read.
    private static final String CANDIDATES = """
            with home as materialized (
                select coalesce(min(meters(latitude, longitude, $9, $10)), 'infinity') as meters from bases
            ), kinds as materialized (
                select a.range_meters_max, a.cruise_speed, meters(b.latitude, b.longitude, $7, $8) as approach
                from airframes a join bases b on b.base_id = a.base_id
                where a.payload_grams_max >= $1
            ), farthest as materialized (
                select least(
                    max(range_meters_max) * (100 - $12) / 100 - $11 - (select meters from home),
                    max(cruise_speed) * (extract(epoch from $6::timestamptz - $4::timestamptz) - 2 * $15) - $11) as meters
                from kinds
            ), reach as materialized (
                select around($7, $8, meters) as area from farthest where meters >= 0
            ), candidates as (
                select d.drone_id, d.cruise_speed, way.approach, (select meters from home) as home
                from drones d
                left join last_reports s on s.drone_id = d.drone_id
                cross join lateral (select meters(d.latitude, d.longitude, $7, $8) as approach) way
                where d.delivery_id is null
                  and d.written_off is null
                  and not exists (select from withdrawals w where w.drone_id = d.drone_id and w.may_fly
                      and w.delivery_id <> $16)
                  and point(d.longitude, d.latitude) <@ (select area from reach)
                  and d.payload_grams_max >= $1
                  and case when s.drone_id is null then d.registered_at >= $2::timestamptz
                      else s.seen_at >= $3::timestamptz
                          and s.flight_status in ('GROUNDED', 'LANDED')
                          and s.battery >= $13
                          and (s.payload = 'EMPTY'
                              or s.payload = 'UNKNOWN' and (d.ended_at is null or s.seen_at >= d.ended_at))
                      end
                  and way.approach + $11 + (select meters from home)
                      <= d.range_meters_max * (case when s.drone_id is null then $14 else s.battery end - $12) / 100
                  and greatest($5::timestamptz, $4::timestamptz + make_interval(secs => $15 + way.approach / d.cruise_speed))
                      + make_interval(secs => $15 + $11 / d.cruise_speed) <= $6::timestamptz
                order by point(d.longitude, d.latitude) <-> point($8, $7)
                limit %s
            )
            """;

    private static final String TAKE = CANDIDATES + """
                    , best as (
                        select d.drone_id, c.approach, c.home
                        from candidates c join drones d on d.drone_id = c.drone_id
                        where d.delivery_id is null and d.written_off is null
                        order by greatest($5::timestamptz, $4::timestamptz + make_interval(secs => $15 + c.approach / c.cruise_speed)),
                            c.approach, d.drone_id
                        limit 1
                        for update of d skip locked
                    )
                    update drones d set delivery_id = $16, attempt = $17, revision = revision()
                    from best where d.drone_id = best.drone_id
                    returning d.drone_id, d.cruise_speed, best.approach, best.home
                    """;

    private static final String TAKE_OF_NEAREST = TAKE.formatted(NEAREST_MAX);
    private static final String TAKE_OF_ALL = TAKE.formatted("all");

    private static final String WHY_NOT = CANDIDATES.formatted(1) + """
                    select
                        exists (select from kinds) as lifts,
                        exists (select from kinds where approach + $11 + (select meters from home)
                            <= range_meters_max * (100 - $12) / 100) as reaches,
                        exists (select from candidates) as contended
                    """;

    /**
     * Why none was taken.
     *
     * @param contended whether there is one after all, which other transactions were just taking
     */
    record Nothing(NoDrone why, boolean contended) {}

    private final String deliveryId;
    private final ReservationRequest request;
    private final double carryMeters;
    private final Instant now;

    DroneSearch(String deliveryId, ReservationRequest request, Instant now) {
        this.deliveryId = deliveryId;
        this.request = request;
        this.carryMeters = request.pickup().metersTo(request.dropoff());
        this.now = now;
    }

    /** Holds the best drone for the attempt: of all, or of the nearest that can fly it. */
    Uni<Optional<Candidate>> take(SqlConnection transaction, int attempt, boolean ofAll) {
        return transaction
                .preparedQuery(BY_INDEX)
                .execute()
                .chain(() -> transaction
                        .preparedQuery(ofAll ? TAKE_OF_ALL : TAKE_OF_NEAREST)
                        .execute(parameters().addInteger(attempt)))
                .map(this::candidate);
    }

    Uni<Nothing> whyNot(SqlConnection transaction) {
        return transaction
                .preparedQuery(WHY_NOT)
                .execute(parameters())
                .map(rows -> rows.iterator().next())
                .map(row -> new Nothing(
                        new NoDrone(row.getBoolean("lifts"), row.getBoolean("reaches")), row.getBoolean("contended")));
    }

    private Optional<Candidate> candidate(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        FlightPlan plan = new FlightPlan(row.getDouble("approach"), carryMeters, row.getDouble("home"));
        return Optional.of(new Candidate(row.getString("drone_id"), row.getDouble("cruise_speed"), plan));
    }

    private Tuple parameters() {
        return Tuple.tuple()
                .addInteger(request.weightGrams())
                .addOffsetDateTime(utc(now.minus(DroneState.FRESH_FOR)))
                .addOffsetDateTime(utc(now.minus(DroneState.HEARD_WITHIN)))
                .addOffsetDateTime(utc(now))
                .addOffsetDateTime(utc(request.readyAt()))
                .addOffsetDateTime(utc(request.deadline()))
                .addDouble(request.pickup().latitude())
                .addDouble(request.pickup().longitude())
                .addDouble(request.dropoff().latitude())
                .addDouble(request.dropoff().longitude())
                .addDouble(carryMeters)
                .addDouble(FlightPlan.RESERVE_PERCENT)
                .addDouble(LastReport.BATTERY_MIN_PERCENT)
                .addDouble(DroneState.BATTERY_WHEN_NEW_PERCENT)
                .addDouble((double) FlightPlan.TURNAROUND.toSeconds())
                .addString(deliveryId);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(UTC);
    }
}
