package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drones as they are stored, in the transaction that reserves one of them for an attempt. */
public interface FreeDrones {

    /** A drone that was taken, and the revision of its state since then. */
    record Taken(String droneId, long revision) {}

    /**
     * Takes the first of these drones that is held for nothing and is as the candidate says: nothing newer is stored of it.
     *
     * @param waiting whether to wait for others that are just changing one of them; otherwise that one is passed over
     */
    Uni<Optional<Taken>> takeFirst(List<Candidate> bestFirst, boolean waiting);

    /**
     * The drones that are held for nothing and of which something newer may be stored: what changed since the mark, and the
     * drones in doubt.
     *
     * @param doubtful the sequence of the last report that is known of each drone in doubt; null if it is to be read anyway
     */
    Uni<FleetChanges> freeSince(long mark, Map<String, @Nullable Long> doubtful);

    /** All drones of which something but the last report changed since the mark. */
    Uni<FleetChanges> since(long mark);
}
