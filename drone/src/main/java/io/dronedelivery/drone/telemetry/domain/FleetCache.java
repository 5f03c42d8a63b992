package io.dronedelivery.drone.telemetry.domain;

import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.DroneMissions;
import io.dronedelivery.drone.mission.domain.Withdrawal;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.LastReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the fleet, and what of the drones' samples is not stored or not certain yet. */
final class FleetCache {
    private final KnownFleet fleet;
    private final Map<Integer, String> bySystemId = new ConcurrentHashMap<>();
    private final Map<String, LastReport> unsaved = new ConcurrentHashMap<>();
    private final Map<String, UnconfirmedSamples> unconfirmed = new ConcurrentHashMap<>();
    /** For each withdrawn mission: when its drone was first heard since, by the drone's own clock. */
    private final Map<MissionReference, Instant> heardFrom = new ConcurrentHashMap<>();

    FleetCache(KnownFleet fleet) {
        this.fleet = fleet;
    }

    long mark() {
        return fleet.mark();
    }

    boolean knows(String droneId) {
        return fleet.find(droneId) != null;
    }

    Optional<DroneState> find(String droneId) {
        return Optional.ofNullable(fleet.find(droneId));
    }

    /** A system id may pass from one drone to another: the registration decides. */
    Optional<DroneState> bySystemId(int systemId) {
        return Optional.ofNullable(bySystemId.get(systemId)).flatMap(this::find).filter(drone -> Integer.valueOf(
                        systemId)
                .equals(drone.registration().mavlinkSystemId()));
    }

    void apply(FleetChanges changes) {
        fleet.apply(changes);
        for (DroneState changed : changes.drones()) {
            Integer systemId = changed.registration().mavlinkSystemId();
            if (systemId != null) {
                bySystemId.put(systemId, changed.droneId());
            }
        }
    }

    /** Checks samples by what is known of their drones, which stays as it is until {@link #note}. */
    BatchCheck check(List<DroneTelemetry> samples, Instant receivedAt) {
        BatchCheck batch = new BatchCheck(
                fleet::find, droneId -> unconfirmed.getOrDefault(droneId, UnconfirmedSamples.NONE), receivedAt);
        for (int index = 0; index < samples.size(); index++) {
            batch.check(index, samples.get(index));
        }
        return batch;
    }

    /**
     * Takes over the newest report of each drone. Returns those that have to be stored at once.
     *
     * @param more whether later samples are still to come
     */
    List<LastReport> note(BatchCheck batch, boolean more) {
        unconfirmed.putAll(batch.unconfirmed());
        Map<String, LastReport> latest = new TreeMap<>();
        Set<String> urgent = new HashSet<>();
        for (LastReport seen : batch.reports()) {
            String droneId = seen.droneId();
            LastReport before = latest.containsKey(droneId) ? latest.get(droneId) : latest(droneId);
            if (before != null && before.sequence() >= seen.sequence()) {
                continue;
            }
            latest.put(droneId, seen);
            if (seen.differsInFactFrom(before) || isOrderedAnother(seen)) {
                urgent.add(droneId);
            }
        }
        latest.values().forEach(seen -> keep(seen, more));
        return latest.values().stream()
                .filter(seen -> urgent.contains(seen.droneId()))
                .toList();
    }

    /** A drone that is ordered something else must not be judged later by samples from before that order. */
    private boolean isOrderedAnother(LastReport seen) {
        return find(seen.droneId())
                .map(DroneState::ordered)
                .filter(flight -> !seen.flies(
                        flight.mission().deliveryId(), flight.mission().attempt()))
                .isPresent();
    }

    private void keep(LastReport seen, boolean more) {
        fleet.see(seen).ifPresent(known -> known.missions()
                .withdrawn()
                .forEach(withdrawn -> hear(withdrawn.mission(), more ? null : seen.time())));
        unsaved.merge(seen.droneId(), seen, FleetCache::newer);
    }

    /** A drone of which later samples wait is not heard yet. If its clock was put back, it counts as heard from then on. */
    private void hear(MissionReference withdrawn, @Nullable Instant time) {
        if (time == null) {
            heardFrom.remove(withdrawn);
        } else {
            heardFrom.merge(withdrawn, time, (one, other) -> other.isBefore(one) ? other : one);
        }
    }

    /**
     * The missions whose drones had the parcel, if nobody learns that from the stream. Withdrawn missions are among them: a
     * drone that comes back after long reports the past. So are those of rejected samples, which may be true after all.
     */
    Set<MissionReference> parcels(BatchCheck batch) {
        return Stream.concat(
                        parcels(batch.published(), DroneMissions::withdrawnNotLoaded),
                        parcels(batch.rejectedSamples(), DroneMissions::notLoaded))
                .collect(toSet());
    }

    private Stream<MissionReference> parcels(
            List<DroneTelemetry> samples, Function<DroneMissions, Stream<MissionReference>> missions) {
        return samples.stream()
                .filter(sample -> sample.payload() == Payload.LOADED)
                .flatMap(sample -> Stream.ofNullable(sample.mission()).flatMap(flown -> find(sample.droneId()).stream()
                        .flatMap(drone -> missions.apply(drone.missions()))
                        .filter(flown::isOfSameAttemptAs)));
    }

    private static LastReport newer(LastReport one, LastReport other) {
        return one.sequence() < other.sequence() ? other : one;
    }

    private @Nullable LastReport latest(String droneId) {
        DroneState drone = fleet.find(droneId);
        return drone == null ? null : drone.lastReport();
    }

    /** Ordered by the drones' ids, so that two processes that store at the same time do not deadlock. */
    List<LastReport> unsaved() {
        return List.copyOf(new TreeMap<>(unsaved).values());
    }

    void saved(List<LastReport> stored) {
        stored.forEach(lastReport -> unsaved.remove(lastReport.droneId(), lastReport));
    }

    List<String> silentSince(Instant time) {
        return fleet.monitored()
                .filter(drone -> drone.linkLost(time).isPresent())
                .map(DroneState::droneId)
                .sorted()
                .toList();
    }

    /** A mission is not told to have stopped before an earlier one of its delivery, which may still have the parcel. */
    List<FlightStopped> stopped() {
        List<FlightStopped> certain = fleet.monitored()
                .flatMap(drone -> drone.stopped(heardFrom::get).stream())
                .sorted(Comparator.comparing(FlightStopped::droneId))
                .toList();
        Set<MissionReference> open = withdrawn(); // after them, so that none can be missing
        heardFrom.keySet().retainAll(open);
        return certain.stream()
                .filter(flight -> open.stream().noneMatch(mission -> precedes(mission, flight.mission())))
                .toList();
    }

    private static boolean precedes(MissionReference one, MissionReference other) {
        return one.deliveryId().equals(other.deliveryId()) && one.attempt() < other.attempt();
    }

    private Set<MissionReference> withdrawn() {
        return fleet.monitored()
                .flatMap(drone -> drone.missions().withdrawn().stream())
                .map(Withdrawal::mission)
                .collect(toSet());
    }
}
