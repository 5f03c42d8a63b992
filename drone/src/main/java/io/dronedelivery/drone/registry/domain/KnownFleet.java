package io.dronedelivery.drone.registry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.drone.report.domain.LastReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * The fleet as this process knows it: the newest state and the newest report of each drone, in whatever order they come. It
 * lags behind the database, which other processes change, too.
 */
public final class KnownFleet {
    private final Map<String, DroneState> drones = new ConcurrentHashMap<>();
    private final PlaceIndex unassigned = new PlaceIndex();
    private final DoubleAccumulator rangeMetersMax = new DoubleAccumulator(Math::max, 0);
    private final DoubleAccumulator cruiseSpeedMax = new DoubleAccumulator(Math::max, 0);
    private final AtomicLong mark = new AtomicLong();
    private volatile List<Position> bases = List.of();

    /** What was stored before this mark is known: see {@link FleetChanges}. 0 as long as nothing is known. */
    public long mark() {
        return mark.get();
    }

    /** Takes over what changed. Changes may come in any order. */
    public synchronized void apply(FleetChanges changes) {
        if (changes.mark() >= mark() && !changes.drones().isEmpty()) {
            bases = changes.bases();
        }
        changes.drones().forEach(this::learn);
        mark.accumulateAndGet(changes.mark(), Math::max);
    }

    /** Takes over a state that was stored. */
    public void learn(DroneState stored) {
        Airframe airframe = stored.registration().airframe();
        rangeMetersMax.accumulate(airframe.rangeMetersMax());
        cruiseSpeedMax.accumulate(airframe.cruiseSpeed());
        drones.compute(
                stored.droneId(), (_, before) -> indexed(before, before == null ? stored : before.merge(stored)));
    }

    /** Takes over a report, unless a newer one is known. Empty if the drone is not known. */
    public Optional<DroneState> see(LastReport report) {
        return Optional.ofNullable(drones.computeIfPresent(
                report.droneId(), (_, drone) -> drone.isNewer(report) ? indexed(drone, drone.seen(report)) : drone));
    }

    /** The new place is added before the old one is removed, so that a search at the same time finds one of them. */
    private DroneState indexed(@Nullable DroneState before, DroneState after) {
        Position old = before == null || before.assignment() != null ? null : before.stand();
        Position place = after.assignment() != null ? null : after.stand();
        if (place != null && !place.equals(old)) {
            unassigned.add(after.droneId(), place);
        }
        if (old != null && !old.equals(place)) {
            unassigned.remove(after.droneId(), old);
        }
        return after;
    }

    /** The drone, if it is known. */
    public @Nullable DroneState find(String droneId) {
        return drones.get(droneId);
    }

    public Collection<DroneState> drones() {
        return drones.values();
    }

    /** Where the bases are. */
    public List<Position> bases() {
        return bases;
    }

    /** The drones that are held for nothing and stand within so many metres of there, and maybe some others. */
    public List<DroneState> unassignedWithin(double meters, Position center) {
        return unassigned.within(meters, center).stream()
                .flatMap(droneId -> Optional.ofNullable(find(droneId)).stream())
                .toList();
    }

    /** No drone has flown farther on a full battery, in metres. */
    public double rangeMetersMax() {
        return rangeMetersMax.get();
    }

    /** No drone cruises faster, in m/s. */
    public double cruiseSpeedMax() {
        return cruiseSpeedMax.get();
    }
}
