package io.dronedelivery.drone.domain;

import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fleet in memory: each drone's newest facts and newest sighting, whatever order they come in. */
final class LivePicture {
    private final Map<String, DroneState> drones = new ConcurrentHashMap<>();
    private final Map<Integer, String> bySystemId = new ConcurrentHashMap<>();
    private final Map<String, Sighting> unsaved = new ConcurrentHashMap<>();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    /** By a drone's own clock, when it was first heard of since its mission is known here to be withdrawn. */
    private final Map<MissionReference, Instant> heardFrom = new ConcurrentHashMap<>();

    private final AtomicLong mark = new AtomicLong();

    long mark() {
        return mark.get();
    }

    boolean knows(String droneId) {
        return drones.containsKey(droneId);
    }

    Optional<DroneState> find(String droneId) {
        return Optional.ofNullable(drones.get(droneId));
    }

    /** A system id may pass from one drone to another: only the registration tells. */
    Optional<DroneState> bySystemId(int systemId) {
        return Optional.ofNullable(bySystemId.get(systemId)).flatMap(this::find).filter(drone -> Integer.valueOf(
                        systemId)
                .equals(drone.registration().mavlinkSystemId()));
    }

    void apply(Sightings.Changes changes) {
        for (DroneState changed : changes.drones()) {
            drones.merge(changed.droneId(), changed, DroneState::merge);
            Integer systemId = changed.registration().mavlinkSystemId();
            if (systemId != null) {
                bySystemId.put(systemId, changed.droneId());
            }
        }
        mark.accumulateAndGet(changes.mark(), Math::max);
    }

    /** Judges samples by what is known of their drones, which stays as it is until {@link #note}. */
    Review review(List<DroneTelemetry> samples, Instant receivedAt) {
        Review review = new Review(drones::get, droneId -> runs.getOrDefault(droneId, Run.NONE), receivedAt);
        for (int index = 0; index < samples.size(); index++) {
            review.judge(index, samples.get(index));
        }
        return review;
    }

    /**
     * Takes note of what was reviewed: of each drone the newest, at a stroke. Returns the sightings that are to be stored at once.
     *
     * @param more whether there are later ones, which are yet to come
     */
    List<Sighting> note(Review review, boolean more) {
        runs.putAll(review.runs());
        Map<String, Sighting> latest = new TreeMap<>();
        Set<String> urgent = new HashSet<>();
        for (Sighting seen : review.seen()) {
            String droneId = seen.droneId();
            Sighting before = latest.containsKey(droneId) ? latest.get(droneId) : latest(droneId);
            if (before != null && before.sequence() >= seen.sequence()) {
                continue;
            }
            latest.put(droneId, seen);
            if (seen.differsInFactFrom(before) || isToldAnother(seen)) {
                urgent.add(droneId);
            }
        }
        latest.values().forEach(seen -> keep(seen, more));
        return latest.values().stream()
                .filter(seen -> urgent.contains(seen.droneId()))
                .toList();
    }

    /** What it is ordered on that is remembered: a sample that comes late must not be taken for its answer. */
    private boolean isToldAnother(Sighting seen) {
        return find(seen.droneId())
                .map(DroneState::ordered)
                .filter(flight -> !seen.flies(
                        flight.mission().deliveryId(), flight.mission().attempt()))
                .isPresent();
    }

    private void keep(Sighting seen, boolean more) {
        DroneState known = drones.computeIfPresent(
                seen.droneId(), (_, drone) -> newer(drone.sighting(), seen) == seen ? drone.seen(seen) : drone);
        if (known != null) {
            known.missions().withdrawn().forEach(withdrawn -> hear(withdrawn.mission(), more ? null : seen.time()));
        }
        unsaved.merge(seen.droneId(), seen, LivePicture::newer);
    }

    /** Who lags behind what it has seen is not heard of now; where its clock was put back, it is heard from then on. */
    private void hear(MissionReference withdrawn, @Nullable Instant time) {
        if (time == null) {
            heardFrom.remove(withdrawn);
        } else {
            heardFrom.merge(withdrawn, time, (one, other) -> other.isBefore(one) ? other : one);
        }
    }

    /** The withdrawn missions that drones had the parcels of. Who comes back after long tells what was meanwhile. */
    Set<MissionReference> parcels(List<DroneTelemetry> samples) {
        return samples.stream()
                .filter(sample -> sample.payload() == Payload.LOADED)
                .flatMap(sample ->
                        Stream.ofNullable(sample.mission()).flatMap(flown -> withdrawn(sample.droneId(), flown)))
                .filter(withdrawn -> !withdrawn.loaded())
                .map(Withdrawal::mission)
                .collect(toSet());
    }

    private Stream<Withdrawal> withdrawn(String droneId, MissionReference flown) {
        return find(droneId).stream()
                .flatMap(drone -> drone.missions().withdrawn().stream())
                .filter(withdrawn -> withdrawn.mission().deliveryId().equals(flown.deliveryId())
                        && withdrawn.mission().attempt() == flown.attempt());
    }

    private static Sighting newer(@Nullable Sighting one, Sighting other) {
        return one == null || one.sequence() < other.sequence() ? other : one;
    }

    private @Nullable Sighting latest(String droneId) {
        DroneState drone = drones.get(droneId);
        return drone == null ? null : drone.sighting();
    }

    /** In the order of the drones' ids, so that two who store side by side never wait for each other in a ring. */
    List<Sighting> unsaved() {
        return List.copyOf(new TreeMap<>(unsaved).values());
    }

    void saved(List<Sighting> stored) {
        stored.forEach(sighting -> unsaved.remove(sighting.droneId(), sighting));
    }

    List<String> silentSince(Instant time) {
        return drones.values().stream()
                .filter(drone -> drone.linkLost(time).isPresent())
                .map(DroneState::droneId)
                .sorted()
                .toList();
    }

    /** Of a delivery's missions the earlier first: a later one has not stopped as long as an earlier may have its parcel. */
    List<FlightStopped> stopped() {
        List<FlightStopped> certain = drones.values().stream()
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
        return drones.values().stream()
                .flatMap(drone -> drone.missions().withdrawn().stream())
                .map(Withdrawal::mission)
                .collect(toSet());
    }
}
