package io.dronedelivery.drone.fleet;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.drone.mission.domain.DroneMissions;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bases and drones of a fleet in memory. */
final class InMemoryDrones {
    private final Map<String, Base> bases = new TreeMap<>();
    private final Map<String, DroneState> drones = new TreeMap<>();
    private long revision = 1;

    void keep(String baseId, Base base) {
        bases.put(baseId, base);
        drones.replaceAll((_, drone) -> drone.registration().baseId().equals(baseId)
                ? change(drone, drone.registration(), drone.registeredAt(), drone.stand())
                : drone);
    }

    Optional<Base> base(String baseId) {
        return Optional.ofNullable(bases.get(baseId));
    }

    SortedMap<String, Base> basesById() {
        return new TreeMap<>(bases);
    }

    List<Position> bases() {
        return bases.values().stream().map(Base::location).toList();
    }

    Position base(Registration registration) {
        return requireNonNull(bases.get(registration.baseId())).location();
    }

    Outcome<DroneState> register(String droneId, Registration registration, Instant now) {
        Base base = bases.get(registration.baseId());
        if (base == null || systemIdTaken(droneId, registration.mavlinkSystemId())) {
            return new Refused<>(Refusal.INVALID, "no such base, or the system id is taken");
        }
        DroneState before = drones.get(droneId);
        Position stand = before == null || before.lastReport() == null ? base.location() : before.stand();
        DroneState after = new DroneState(
                droneId,
                registration,
                base.location(),
                base.location(),
                now,
                stand,
                DroneMissions.NONE,
                null,
                before == null ? null : before.lastReport(),
                revision++);
        drones.put(droneId, after);
        return new Granted<>(after);
    }

    private boolean systemIdTaken(String droneId, @Nullable Integer systemId) {
        return systemId != null
                && drones.values().stream()
                        .anyMatch(other -> !other.droneId().equals(droneId)
                                && systemId.equals(other.registration().mavlinkSystemId()));
    }

    boolean writeOff(String droneId, WrittenOff lost) {
        return drones.computeIfPresent(
                        droneId,
                        (_, drone) -> new DroneState(
                                droneId,
                                drone.registration(),
                                drone.base(),
                                drone.home(),
                                drone.registeredAt(),
                                drone.stand(),
                                drone.missions(),
                                drone.writtenOff() == null ? lost : drone.writtenOff(),
                                drone.lastReport(),
                                revision++))
                != null;
    }

    Optional<DroneState> find(String droneId) {
        return Optional.ofNullable(drones.get(droneId)).map(this::goingHome);
    }

    List<DroneState> all() {
        return drones.values().stream().map(this::goingHome).toList();
    }

    long revision() {
        return revision;
    }

    private DroneState goingHome(DroneState drone) {
        return bases().stream()
                .min(Comparator.comparingDouble(drone.stand()::metersTo))
                .map(drone::goingTo)
                .orElse(drone);
    }

    /** Something of its missions has changed: those who follow the fleet are to hear of it. */
    void touch(String droneId) {
        drones.computeIfPresent(
                droneId, (_, drone) -> change(drone, drone.registration(), drone.registeredAt(), drone.stand()));
    }

    @Nullable
    LastReport lastReport(String droneId) {
        DroneState drone = drones.get(droneId);
        return drone == null ? null : drone.lastReport();
    }

    void see(LastReport lastReport) {
        drones.computeIfPresent(lastReport.droneId(), (_, drone) -> {
            LastReport kept = drone.lastReport();
            return kept != null && kept.sequence() >= lastReport.sequence() ? drone : seen(drone, lastReport);
        });
    }

    /** Who stands elsewhere has another way home. */
    private DroneState seen(DroneState drone, LastReport lastReport) {
        DroneState after = drone.seen(lastReport);
        return after.stand().equals(drone.stand())
                ? after
                : change(after, drone.registration(), drone.registeredAt(), after.stand());
    }

    private DroneState change(DroneState drone, Registration registration, Instant registeredAt, Position stand) {
        return new DroneState(
                drone.droneId(),
                registration,
                base(registration),
                base(registration),
                registeredAt,
                stand,
                drone.missions(),
                drone.writtenOff(),
                drone.lastReport(),
                revision++);
    }
}
