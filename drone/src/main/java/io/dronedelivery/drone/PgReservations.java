package io.dronedelivery.drone;

import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.domain.Candidate;
import io.dronedelivery.drone.domain.DeliveryMissions;
import io.dronedelivery.drone.domain.DroneState;
import io.dronedelivery.drone.domain.ReservationDecision.Answered;
import io.dronedelivery.drone.domain.ReservationDecision.ChooseDrone;
import io.dronedelivery.drone.domain.ReservationStore;
import io.dronedelivery.drone.domain.Sighting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reservations in PostgreSQL. */
@Singleton
class PgReservations implements ReservationStore {
    private final Transactions transactions;

    PgReservations(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        Asked asked = new Asked(deliveryId, attempt, request, now);
        return transactions
                .run(tx -> Locks.shareFleet(tx, deliveryId).chain(() -> decide(tx, asked, false)))
                .chain(decided -> decided.isPresent() ? Uni.createFrom().item(decided.get()) : reserveAlone(asked));
    }

    /** Nobody else takes drones meanwhile, so what is not found here is not there. */
    private Uni<Outcome<Reservation>> reserveAlone(Asked asked) {
        return transactions
                .run(tx -> Locks.haveFleetAlone(tx, asked.deliveryId).chain(() -> decide(tx, asked, true)))
                .map(Optional::orElseThrow);
    }

    /** Empty where there are drones, but others were just looking at each of them. */
    private Uni<Optional<Outcome<Reservation>>> decide(SqlConnection tx, Asked asked, boolean alone) {
        return PgMissions.find(tx, asked.deliveryId).chain(before -> lastReports(tx, before)
                .chain(lastReport -> switch (before.reserve(asked.attempt, lastReport, asked.request, asked.now)) {
                    case Answered(DeliveryMissions after, Outcome<Reservation> answer) ->
                        MissionRows.write(tx, before, after, asked.now).replaceWith(Optional.of(answer));
                    case ChooseDrone(DeliveryMissions after) ->
                        MissionRows.write(tx, before, after, asked.now)
                                .chain(() -> take(tx, asked, alone))
                                .call(answer -> keep(tx, after, asked, answer));
                }));
    }

    private record Asked(String deliveryId, int attempt, ReservationRequest request, Instant now) {

        Outcome<Reservation> granted(Candidate drone) {
            return new Granted<>(drone.reservation(deliveryId, attempt, request, now));
        }
    }

    /** Spares the query where no drone can have the parcel: at every first attempt. */
    private static Uni<Function<String, @Nullable Sighting>> lastReports(SqlConnection tx, DeliveryMissions missions) {
        List<String> droneIds = missions.mayCarry();
        return droneIds.isEmpty()
                ? Uni.createFrom().item(lastReport(List.of()))
                : DroneRows.find(tx, droneIds).map(PgReservations::lastReport);
    }

    private static Function<String, @Nullable Sighting> lastReport(List<DroneState> drones) {
        Map<String, Sighting> reports = drones.stream()
                .flatMap(drone -> Optional.ofNullable(drone.sighting()).stream())
                .collect(Collectors.toMap(Sighting::droneId, report -> report));
        return reports::get;
    }

    private static Uni<Optional<Outcome<Reservation>>> take(SqlConnection tx, Asked asked, boolean alone) {
        DroneSearch search = new DroneSearch(asked.deliveryId, asked.request, asked.now);
        return search.take(tx, asked.attempt, alone)
                .chain(best -> best.isPresent()
                        ? Uni.createFrom().item(best.map(asked::granted))
                        : search.whyNot(tx)
                                .map(nothing -> nothing.contended() && !alone
                                        ? Optional.empty()
                                        : Optional.of(nothing.why().refusal(asked.request))));
    }

    /** The search has written to the drone already. */
    private static Uni<Void> keep(
            SqlConnection tx, DeliveryMissions missions, Asked asked, Optional<Outcome<Reservation>> answer) {
        return answer.isEmpty()
                ? Uni.createFrom().voidItem()
                : MissionRows.write(
                        tx, missions.answered(asked.attempt, asked.request, answer.get()), List.of(), asked.now);
    }
}
