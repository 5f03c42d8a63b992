package io.dronedelivery.drone.reservation;

import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.store.GroupCommit;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.mission.Locks;
import io.dronedelivery.drone.mission.MissionRows;
import io.dronedelivery.drone.mission.PgMissions;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.DroneChange;
import io.dronedelivery.drone.mission.domain.ReservationDecision.Answered;
import io.dronedelivery.drone.mission.domain.ReservationDecision.ChooseDrone;
import io.dronedelivery.drone.registry.DroneRows;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.reservation.domain.DroneChoice;
import io.dronedelivery.drone.reservation.domain.DroneChoice.Chosen;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
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
public class PgReservations implements ReservationStore {
    private static final int TRANSACTIONS_MAX = 4;
    private static final int RESERVATIONS_MAX = 8; // each holds what it has locked until the last is done

    private final KnownFleet fleet;
    private final Batcher<Asked, Chosen> group;

    public PgReservations(Vertx vertx, Transactions transactions, KnownFleet fleet) {
        this.fleet = fleet;
        this.group = GroupCommit.oneByOne(vertx, transactions, TRANSACTIONS_MAX, RESERVATIONS_MAX, this::reserve);
    }

    @Override
    public Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        return group.run(deliveryId, new Asked(deliveryId, attempt, request, now))
                .invoke(chosen -> chosen.learnt().forEach(fleet::learn))
                .map(Chosen::answer);
    }

    /** What is asked for. */
    record Asked(String deliveryId, int attempt, ReservationRequest request, Instant now) {}

    /** Reserves in that transaction. */
    Uni<Chosen> reserve(SqlConnection tx, Asked asked) {
        return Locks.delivery(tx, asked.deliveryId)
                .chain(() -> PgMissions.find(tx, asked.deliveryId))
                .chain(before -> lastReports(tx, before).chain(lastReport -> decide(tx, asked, before, lastReport)));
    }

    private Uni<Chosen> decide(
            SqlConnection tx, Asked asked, DeliveryMissions before, Function<String, @Nullable LastReport> lastReport) {
        return switch (before.reserve(asked.attempt, lastReport, asked.request, asked.now)) {
            case Answered(DeliveryMissions after, Outcome<Reservation> answer) ->
                MissionRows.write(tx, before, after, asked.now).replaceWith(new Chosen(answer, List.of()));
            case ChooseDrone(DeliveryMissions after) ->
                MissionRows.write(tx, before, after, asked.now)
                        .chain(() -> drones(tx, DroneChange.between(before, after)))
                        .chain(released -> choice(tx, asked).choose(released))
                        .call(chosen -> keep(tx, after, asked, chosen.answer()));
        };
    }

    private DroneChoice choice(SqlConnection tx, Asked asked) {
        PgFreeDrones stored = new PgFreeDrones(tx, asked.deliveryId, asked.attempt);
        return new DroneChoice(fleet, stored, asked.deliveryId, asked.attempt, asked.request, asked.now);
    }

    /** There is no query if none changed, as at every first attempt. */
    private static Uni<List<DroneState>> drones(SqlConnection tx, List<DroneChange> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().item(List.of())
                : DroneRows.find(tx, changed.stream().map(DroneChange::droneId).toList());
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

    /** The choice has written to the drone already. */
    private static Uni<Void> keep(
            SqlConnection tx, DeliveryMissions missions, Asked asked, Outcome<Reservation> answer) {
        return MissionRows.write(tx, missions.answered(asked.attempt, asked.request, answer), List.of(), asked.now);
    }
}
