package io.dronedelivery.drone;

import static java.time.ZoneOffset.UTC;

import io.dronedelivery.chassis.store.Inbox;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.domain.Booking;
import io.dronedelivery.drone.domain.Bookings;
import io.dronedelivery.drone.domain.Candidate;
import io.dronedelivery.drone.domain.Effect;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bookings in PostgreSQL. */
@Singleton
class PgBookings implements Bookings {
    private static final int EVERY_ATTEMPT = Integer.MAX_VALUE;

    // Only a flown mission can have left a parcel aboard, so only that sets ended_at.
    // $5: whether the delivery goes on, so that it must be known when the drone has given its mission up.
    private static final String END = """
            with ended as (
                update reservations set
                    state = 'ENDED',
                    pending = pending or ($5 and ordered and withdrawn_at is null),
                    withdrawn_at = coalesce(withdrawn_at, case when $5 and ordered then $4::timestamptz end)
                where delivery_id = $1 and attempt between $2 and $3 and state in ('RESERVED', 'FLYABLE')
                returning drone_id, old.state as was
            )
            update drones d set
                delivery_id = null,
                attempt = null,
                ended_at = case when ended.was = 'FLYABLE' then $4 else d.ended_at end,
                revision = revision()
            from ended where d.drone_id = ended.drone_id
            """;

    private static final String BEGIN = """
            with begun as (
                update reservations set state = 'FLYABLE', ordered = true
                where delivery_id = $1 and attempt = $2 and state = 'RESERVED' and withdrawn_at is null
                returning drone_id
            )
            update drones d set revision = revision() from begun where d.drone_id = begun.drone_id
            """;

    private static final String RECALL = """
            with recalled as (
                insert into reservations as r (delivery_id, attempt, state) values ($1, $2, 'ENDED')
                on conflict (delivery_id, attempt) do update set
                    pending = r.drone_id is not null and (r.pending or not (r.recalled or r.parcel_may_be_out)),
                    withdrawn_at = coalesce(r.withdrawn_at, $3),
                    recalled = true
                returning drone_id
            )
            update drones d set revision = revision() from recalled where d.drone_id = recalled.drone_id
            """;

    private final Transactions transactions;
    private final Inbox inbox;

    PgBookings(Transactions transactions, Inbox inbox) {
        this.transactions = transactions;
        this.inbox = inbox;
    }

    @Override
    public Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        return transactions
                .run(tx -> Locks.shareFleet(tx, deliveryId)
                        .chain(() -> decide(tx, deliveryId, attempt, request, now, false)))
                .chain(decided -> decided.isPresent()
                        ? Uni.createFrom().item(decided.get())
                        : reserveAlone(deliveryId, attempt, request, now));
    }

    /** Nobody else takes drones meanwhile, so what is not found here is not there. */
    private Uni<Outcome<Reservation>> reserveAlone(
            String deliveryId, int attempt, ReservationRequest request, Instant now) {
        return transactions
                .run(tx -> Locks.haveFleetAlone(tx, deliveryId)
                        .chain(() -> decide(tx, deliveryId, attempt, request, now, true)))
                .map(Optional::orElseThrow);
    }

    /** Empty where there are drones, but others were just looking at each of them. */
    private Uni<Optional<Outcome<Reservation>>> decide(
            SqlConnection tx, String deliveryId, int attempt, ReservationRequest request, Instant now, boolean alone) {
        return tx.preparedQuery(BookingRows.OF_DELIVERY)
                .execute(Tuple.of(deliveryId))
                .map(BookingRows::read)
                .chain(seen -> {
                    Optional<Outcome<Reservation>> answered = Booking.answered(attempt, seen);
                    return answered.isPresent()
                            ? Uni.createFrom().item(answered)
                            : choose(tx, deliveryId, attempt, request, now, seen, alone)
                                    .call(fresh -> fresh.isEmpty()
                                            ? Uni.createFrom().voidItem()
                                            : BookingRows.insert(tx, deliveryId, attempt, request, fresh.get()));
                });
    }

    /** A drone that has the parcel already flies on. */
    private static Uni<Optional<Outcome<Reservation>>> choose(
            SqlConnection tx,
            String deliveryId,
            int attempt,
            ReservationRequest request,
            Instant now,
            List<Booking> seen,
            boolean alone) {
        Optional<Outcome<Reservation>> pickedUp = Booking.pickedUp(seen);
        return pickedUp.isPresent()
                ? Uni.createFrom().item(pickedUp)
                : overtake(tx, deliveryId, attempt, now, seen)
                        .chain(() -> take(tx, deliveryId, attempt, request, now, alone));
    }

    private static Uni<Optional<Outcome<Reservation>>> take(
            SqlConnection tx, String deliveryId, int attempt, ReservationRequest request, Instant now, boolean alone) {
        DroneSearch search = new DroneSearch(deliveryId, request, now);
        return search.take(tx, attempt, alone)
                .chain(best -> best.isPresent()
                        ? Uni.createFrom().item(best.map(drone -> granted(drone, deliveryId, attempt, request, now)))
                        : search.whyNot(tx)
                                .map(nothing -> nothing.contended() && !alone
                                        ? Optional.empty()
                                        : Optional.of(nothing.why().refusal(request))));
    }

    private static Outcome<Reservation> granted(
            Candidate drone, String deliveryId, int attempt, ReservationRequest request, Instant now) {
        return new Granted<>(drone.reservation(deliveryId, attempt, request, now));
    }

    /** Spares the statement where it would do nothing: at nearly every first attempt. */
    private static Uni<Void> overtake(
            SqlConnection tx, String deliveryId, int attempt, Instant now, List<Booking> seen) {
        return seen.stream().anyMatch(booking -> booking.state().active())
                ? end(tx, deliveryId, 0, attempt, now, true)
                : Uni.createFrom().voidItem();
    }

    private static Uni<Void> end(
            SqlConnection tx, String deliveryId, int from, int to, Instant now, boolean deliveryGoesOn) {
        return tx.preparedQuery(END)
                .execute(Tuple.of(deliveryId, from, to, now.atOffset(UTC), deliveryGoesOn))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> recall(String deliveryId, int attempt, Instant now) {
        return transactions.run(tx -> Locks.shareFleet(tx, deliveryId)
                .chain(() -> tx.preparedQuery(RECALL).execute(Tuple.of(deliveryId, attempt, now.atOffset(UTC))))
                .replaceWithVoid());
    }

    @Override
    public Uni<Void> release(String deliveryId, int attempt, Instant now) {
        return transactions.run(tx -> Locks.shareFleet(tx, deliveryId)
                .chain(() -> end(tx, deliveryId, attempt, attempt, now, true))
                .chain(() -> BookingRows.fence(tx, deliveryId, attempt)));
    }

    @Override
    public Uni<List<Booking>> of(String deliveryId) {
        return transactions.query(BookingRows.OF_DELIVERY, Tuple.of(deliveryId)).map(BookingRows::read);
    }

    @Override
    public Uni<Void> apply(String eventId, Effect effect, Instant now) {
        return transactions.run(tx -> Locks.shareFleet(tx, effect.deliveryId())
                .chain(() -> inbox.first(tx, eventId))
                .chain(first ->
                        first ? apply(tx, effect, now) : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> apply(SqlConnection tx, Effect effect, Instant now) {
        String deliveryId = effect.deliveryId();
        int attempt = effect.attempt();
        return switch (effect) {
            case Effect.Begin _ ->
                end(tx, deliveryId, 0, attempt - 1, now, true)
                        .chain(() -> tx.preparedQuery(BEGIN).execute(Tuple.of(deliveryId, attempt)))
                        .replaceWithVoid();
            case Effect.Overtake _ -> end(tx, deliveryId, 0, attempt, now, true);
            case Effect.End _ ->
                end(tx, deliveryId, 0, EVERY_ATTEMPT, now, false)
                        .chain(() ->
                                attempt == 0 ? Uni.createFrom().voidItem() : BookingRows.mark(tx, deliveryId, attempt));
        };
    }
}
