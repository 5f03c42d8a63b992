package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where workflows are kept. */
public interface Workflows {
    /**
     * A workflow as it was read.
     *
     * @param number when it came, among all
     * @param revision counts its changes: what was read before another's change can't be stored any more
     */
    record Entry(Workflow workflow, long number, int revision) {}

    Uni<Optional<Entry>> find(String deliveryId, int attempt);

    /** Keeps a new one; false where the attempt has one already. */
    Uni<Boolean> add(Workflow workflow);

    /**
     * Keeps a workflow as it is now, and publishes the requests, both or neither.
     *
     * @return the entry as it is now; empty, and nothing done, where it was changed since it was read
     */
    Uni<Optional<Entry>> replace(Entry read, Workflow workflow, List<? extends DeliveryRequest> requests);

    /** Up to so many that are due; nobody else gets them before the lease ends. */
    Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit);

    /** Up to so many, of that status if one is given, the newest first, from before that number on. */
    Uni<List<Entry>> list(Optional<Status> status, long before, int limit);
}
