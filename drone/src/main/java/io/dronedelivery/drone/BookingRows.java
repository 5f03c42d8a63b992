package io.dronedelivery.drone;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.domain.Booking;
import io.dronedelivery.drone.domain.Booking.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table <code>reservations</code>. */
final class BookingRows {

    /** Every attempt at the delivery <code>$1</code>. */
    static final String OF_DELIVERY = """
            select r.attempt, r.state, r.reservation, r.code, r.detail,
                coalesce(r.ordered and r.stopped is null and s.payload = 'LOADED' and not s.mission_aborted
                    and s.mission_delivery_id = r.delivery_id and s.mission_attempt = r.attempt, false) as carried
            from reservations r left join sightings s on s.drone_id = r.drone_id
            where r.delivery_id = $1
            """;

    private BookingRows() {}

    /** What {@link #OF_DELIVERY} found. */
    static List<Booking> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BookingRows::read)
                .toList();
    }

    /** Keeps the answer to a new attempt. */
    static Uni<Void> insert(
            SqlConnection tx, String deliveryId, int attempt, ReservationRequest request, Outcome<Reservation> answer) {
        Tuple row = Tuple.tuple().addString(deliveryId).addInteger(attempt).addJsonObject(Documents.json(request));
        switch (answer) {
            case Granted<Reservation>(Reservation held) ->
                row.addString(State.RESERVED.name())
                        .addString(held.droneId())
                        .addJsonObject(Documents.json(held))
                        .addString(null)
                        .addString(null);
            case Refused<Reservation>(Refusal code, String detail) ->
                row.addString(State.REFUSED.name())
                        .addString(null)
                        .addJsonObject(null)
                        .addString(code.name())
                        .addString(detail);
        }
        return tx.preparedQuery("""
                        insert into reservations
                            (delivery_id, attempt, request, state, drone_id, reservation, code, detail)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        """).execute(row).replaceWithVoid();
    }

    /** Whatever was answered to the attempt, it is over. */
    static Uni<Void> fence(SqlConnection tx, String deliveryId, int attempt) {
        return tx.preparedQuery("""
                        insert into reservations (delivery_id, attempt, state) values ($1, $2, 'ENDED')
                        on conflict (delivery_id, attempt) do update set state = 'ENDED'
                        """).execute(Tuple.of(deliveryId, attempt)).replaceWithVoid();
    }

    /** If the attempt never asked, it need not ask any more. */
    static Uni<Void> mark(SqlConnection tx, String deliveryId, int attempt) {
        return tx.preparedQuery("""
                        insert into reservations (delivery_id, attempt, state) values ($1, $2, 'ENDED')
                        on conflict (delivery_id, attempt) do nothing
                        """).execute(Tuple.of(deliveryId, attempt)).replaceWithVoid();
    }

    private static Booking read(Row row) {
        return new Booking(
                row.getInteger("attempt"),
                State.valueOf(row.getString("state")),
                row.getBoolean("carried"),
                answer(row));
    }

    private static @Nullable Outcome<Reservation> answer(Row row) {
        if (row.getValue("reservation") != null) {
            return new Granted<>(Documents.read(row, "reservation", Reservation.class));
        }
        String code = row.getString("code");
        return code == null ? null : new Refused<>(Refusal.valueOf(code), row.getString("detail"));
    }
}
