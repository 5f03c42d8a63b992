package io.dronedelivery.drone.fleet;

import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.reservation.domain.Candidate;
import io.dronedelivery.drone.reservation.domain.FreeDrones;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The drones of a fleet in memory, in one reservation. Taking one writes nothing: that a drone is held is told by its missions.
 *
 * @param complete adds its missions to a drone
 */
record InMemoryFreeDrones(InMemoryDrones drones, UnaryOperator<DroneState> complete) implements FreeDrones {

    @Override
    public Uni<Optional<Taken>> takeFirst(List<Candidate> bestFirst, boolean waiting) {
        return Uni.createFrom()
                .item(bestFirst.stream()
                        .map(Candidate::drone)
                        .filter(this::isAsStored)
                        .map(drone -> new Taken(drone.droneId(), drone.revision()))
                        .findFirst());
    }

    private boolean isAsStored(DroneState drone) {
        return drones.find(drone.droneId())
                .map(complete)
                .filter(stored -> stored.heldFor() == null
                        && stored.revision() == drone.revision()
                        && stored.lastSequence() <= drone.lastSequence())
                .isPresent();
    }

    @Override
    public Uni<FleetChanges> freeSince(long mark, Map<String, @Nullable Long> doubtful) {
        return changes(stored -> stored.heldFor() == null && (stored.revision() >= mark || isNewer(stored, doubtful)));
    }

    private static boolean isNewer(DroneState stored, Map<String, @Nullable Long> doubtful) {
        Long known = doubtful.get(stored.droneId());
        return known == null ? doubtful.containsKey(stored.droneId()) : stored.lastSequence() > known;
    }

    @Override
    public Uni<FleetChanges> since(long mark) {
        return changes(stored -> stored.revision() >= mark);
    }

    private Uni<FleetChanges> changes(Predicate<DroneState> which) {
        List<DroneState> changed =
                drones.all().stream().map(complete).filter(which).toList();
        return Uni.createFrom().item(new FleetChanges(drones.revision(), changed, drones.bases()));
    }
}
