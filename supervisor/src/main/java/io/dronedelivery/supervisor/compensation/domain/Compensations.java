package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of compensations. */
public interface Compensations {
    /**
     * A compensation as it was read.
     *
     * @param number its place in the order in which they came
     * @param revision counts its changes; a change is stored only if nobody else has changed it since
     */
    record Entry(Compensation compensation, long number, int revision) {}

    Uni<Optional<Entry>> find(String deliveryId, int attempt);

    /** Stores a new one; false if the attempt has one already. */
    Uni<Boolean> add(Compensation compensation);

    /**
     * Stores a compensation and publishes the requests, both or neither.
     *
     * @return the entry as it is now; empty, and nothing is done, if it was changed since it was read
     */
    Uni<Optional<Entry>> replace(Entry read, Compensation compensation, List<? extends DeliveryRequest> requests);

    /** Takes compensations that are due, at most limit. Nobody else gets them before the lease ends. */
    Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit);

    /** At most limit, the newest first, with lower numbers than before; of that status, if one is given. */
    Uni<List<Entry>> list(Optional<Status> status, long before, int limit);

    /** The latest compensations of a delivery, the newest first. */
    Uni<List<Compensation>> ofDelivery(String deliveryId);

    /** Those of these deliveries that have not ended, the newest of each first. */
    Uni<List<Compensation>> openOf(Set<String> deliveryIds);

    /** How many have not ended, by status; a status without any may be absent. */
    Uni<Map<Status, Long>> open();
}
