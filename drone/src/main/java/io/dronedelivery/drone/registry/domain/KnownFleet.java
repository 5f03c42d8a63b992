package io.dronedelivery.drone.registry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.drone.registry.domain.PlaceIndex.Parked;
import io.dronedelivery.drone.report.domain.LastReport;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fleet as this process knows it: the newest state and the newest report of each drone, in whatever order they come. It
 * lags behind the database, which other processes change, too.
 */
public final class KnownFleet {
    private final Map<String, DroneState> drones = new ConcurrentHashMap<>();
    private final Set<String> monitored = ConcurrentHashMap.newKeySet();
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
                report.droneId(),
                (_, drone) -> drone.isOlderThan(report) ? indexed(drone, drone.seen(report)) : drone));
    }

    /** The new place is added before the old one is removed, so that a search at the same time finds one of them. */
    private DroneState indexed(@Nullable DroneState before, DroneState after) {
        if (after.isMonitored()) {
            monitored.add(after.droneId());
        } else {
            monitored.remove(after.droneId());
        }
        boolean isThere = before != null && before.heldFor() == null;
        boolean willBeThere = after.heldFor() == null;
        if (before != null
                && isThere
                && willBeThere
                && before.stand().equals(after.stand())
                && parked(before).equals(parked(after))) {
            return after;
        }
        if (willBeThere) {
            unassigned.add(after.stand(), parked(after));
        }
        if (before != null && isThere) {
            unassigned.remove(before.stand(), parked(before));
        }
        return after;
    }

    private static Parked parked(DroneState drone) {
        return new Parked(drone.registration().airframe().cruiseSpeed(), drone.droneId());
    }

    /** The drone, if it is known. */
    public @Nullable DroneState find(String droneId) {
        return drones.get(droneId);
    }

    public Collection<DroneState> drones() {
        return drones.values();
    }

    /** The drones that have to be looked at from time to time: of many parked drones, none. */
    public Stream<DroneState> monitored() {
        return monitored.stream().flatMap(droneId -> Stream.ofNullable(find(droneId)));
    }

    /** Where the bases are. */
    public List<Position> bases() {
        return bases;
    }

    /**
     * The drones that are held for nothing, by where they stand, the fastest of each place first: those within so many metres
     * of the center, and maybe some others.
     */
    public Map<Position, Iterator<DroneState>> unassignedWithin(double meters, Position center) {
        Map<Position, Iterator<DroneState>> found = new HashMap<>();
        unassigned.within(meters, center).forEach((place, parked) -> found.put(place, unassigned(place, parked)));
        return found;
    }

    /** Each drone is looked up when it is asked for, so it may have gone meanwhile. */
    private Iterator<DroneState> unassigned(Position place, NavigableSet<Parked> parked) {
        return parked.stream()
                .flatMap(drone -> Optional.ofNullable(find(drone.droneId())).stream())
                .filter(drone -> drone.heldFor() == null && drone.stand().equals(place))
                .iterator();
    }

    /** The greatest range of any drone on a full battery, in metres. */
    public double rangeMetersMax() {
        return rangeMetersMax.get();
    }

    /** No drone cruises faster, in m/s. */
    public double cruiseSpeedMax() {
        return cruiseSpeedMax.get();
    }
}
