package io.dronedelivery.drone.reservation;

import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.mission.Locks;
import io.dronedelivery.drone.mission.MissionRows;
import io.dronedelivery.drone.mission.PgMissions;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.ReservationDecision.Answered;
import io.dronedelivery.drone.mission.domain.ReservationDecision.ChooseDrone;
import io.dronedelivery.drone.registry.DroneRows;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.reservation.domain.Candidate;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
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

    /** No other transaction takes drones meanwhile, so a drone that is not found does not exist. */
    private Uni<Outcome<Reservation>> reserveAlone(Asked asked) {
        return transactions
                .run(tx -> Locks.haveFleetAlone(tx, asked.deliveryId).chain(() -> decide(tx, asked, true)))
                .map(Optional::orElseThrow);
    }

    /** Empty if there are drones, but other transactions were just taking each of them. */
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

    /** There is no query if no drone can have the parcel, as at every first attempt. */
    private static Uni<Function<String, @Nullable LastReport>> lastReports(
            SqlConnection tx, DeliveryMissions missions) {
        List<String> droneIds = missions.mayCarry();
        return droneIds.isEmpty()
                ? Uni.createFrom().item(lastReport(List.of()))
                : DroneRows.find(tx, droneIds).map(PgReservations::lastReport);
    }

    private static Function<String, @Nullable LastReport> lastReport(List<DroneState> drones) {
        Map<String, LastReport> reports = drones.stream()
                .flatMap(drone -> Optional.ofNullable(drone.lastReport()).stream())
                .collect(Collectors.toMap(LastReport::droneId, report -> report));
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
