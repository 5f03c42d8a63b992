package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.drone.mission.domain.DeliveryMissions;
import io.dronedelivery.drone.mission.domain.MissionStep;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.reservation.domain.ReservationStore;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The whole fleet in memory: every call is one transaction. */
public final class InMemoryFleet implements Registry, MissionStore, ReservationStore, TelemetryStore {
    private final InMemoryDrones drones = new InMemoryDrones();
    private final InMemoryMissions missions = new InMemoryMissions(drones);
    private final Map<String, Long> toldSilent = new HashMap<>();
    private final Consumer<DroneStream> outbox;

    /** A fleet that publishes lost links and stopped flights there. */
    public InMemoryFleet(Consumer<DroneStream> outbox) {
        this.outbox = outbox;
    }

    @Override
    public synchronized Uni<Void> keep(String baseId, Base base) {
        drones.keep(baseId, base);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Optional<Base>> base(String baseId) {
        return Uni.createFrom().item(drones.base(baseId));
    }

    @Override
    public synchronized Uni<SortedMap<String, Base>> bases() {
        return Uni.createFrom().item(drones.basesById());
    }

    @Override
    public synchronized Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now) {
        return Uni.createFrom().item(drones.register(droneId, registration, now));
    }

    @Override
    public synchronized Uni<Boolean> writeOff(String droneId, WrittenOff lost) {
        missions.lose(droneId, lost.at());
        return Uni.createFrom().item(drones.writeOff(droneId, lost));
    }

    @Override
    public synchronized Uni<Optional<DroneState>> drone(String droneId) {
        return Uni.createFrom().item(drones.find(droneId).map(missions::complete));
    }

    @Override
    public synchronized Uni<List<DroneState>> drones() {
        return Uni.createFrom()
                .item(drones.all().stream().map(missions::complete).toList());
    }

    /** Chooses by what is stored: it knows nothing beforehand. */
    @Override
    public Uni<Outcome<Reservation>> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        return reserve(deliveryId, attempt, request, now, new KnownFleet());
    }

    /** The same for a process that knows so much of the fleet. */
    public ReservationStore knowing(KnownFleet known) {
        return (deliveryId, attempt, request, now) -> reserve(deliveryId, attempt, request, now, known);
    }

    private synchronized Uni<Outcome<Reservation>> reserve(
            String deliveryId, int attempt, ReservationRequest request, Instant now, KnownFleet known) {
        Outcome<Reservation> answer = missions.reserve(deliveryId, attempt, request, now, known)
                .await()
                .indefinitely();
        return Uni.createFrom().item(answer);
    }

    @Override
    public synchronized Uni<DeliveryMissions> find(String deliveryId) {
        return Uni.createFrom().item(missions.find(deliveryId));
    }

    @Override
    public synchronized Uni<List<FlightStopped>> change(
            String deliveryId, Instant now, Function<DeliveryMissions, MissionStep> change) {
        List<FlightStopped> published = missions.change(deliveryId, now, change);
        published.forEach(outbox);
        return Uni.createFrom().item(published);
    }

    @Override
    public synchronized Uni<FleetChanges> since(long mark) {
        List<DroneState> changed = drones.all().stream()
                .filter(drone -> drone.revision() >= mark)
                .map(missions::complete)
                .toList();
        return Uni.createFrom().item(new FleetChanges(drones.revision(), changed, drones.bases()));
    }

    @Override
    public synchronized Uni<Void> store(List<LastReport> latest) {
        latest.forEach(drones::see);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<List<String>> publishLostLinks(List<String> droneIds, Instant heardBefore) {
        List<LinkLost> lost = droneIds.stream()
                .flatMap(droneId -> drones.find(droneId).stream())
                .flatMap(drone -> missions.complete(drone).linkLost(heardBefore).stream())
                .filter(link -> !Objects.equals(link.sequence(), toldSilent.put(link.droneId(), link.sequence())))
                .toList();
        lost.forEach(outbox);
        return Uni.createFrom().item(lost.stream().map(LinkLost::droneId).toList());
    }
}
