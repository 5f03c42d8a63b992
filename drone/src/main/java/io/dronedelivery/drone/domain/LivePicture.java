package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The fleet in memory: each drone's newest facts and newest sighting, whatever order they come in. */
final class LivePicture {
    private final Map<String, DroneState> drones = new ConcurrentHashMap<>();
    private final Map<Integer, String> bySystemId = new ConcurrentHashMap<>();
    private final Map<String, Sighting> unsaved = new ConcurrentHashMap<>();
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

    /** Takes note of the samples; returns the sightings that are to be stored at once. */
    List<Sighting> note(List<DroneTelemetry> samples, Instant now) {
        Map<String, Sighting> urgent = new TreeMap<>();
        for (DroneTelemetry sample : samples) {
            Sighting before = latest(sample.droneId());
            if (before != null && before.sequence() >= sample.sequence()) {
                continue;
            }
            Sighting seen = Sighting.of(sample, before, now);
            drones.computeIfPresent(sample.droneId(), (_, drone) -> drone.seen(seen));
            unsaved.put(sample.droneId(), seen);
            if (urgent.containsKey(sample.droneId()) || seen.differsInFactFrom(before)) {
                urgent.put(sample.droneId(), seen);
            }
        }
        return List.copyOf(urgent.values());
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
                .filter(drone -> drone.flight() != null
                        && drone.sighting() != null
                        && drone.sighting().flightStatus() == FlightStatus.AIRBORNE
                        && drone.sighting().seenAt().isBefore(time))
                .map(DroneState::droneId)
                .sorted()
                .toList();
    }
}
