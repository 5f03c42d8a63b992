package io.dronedelivery.transport.domain;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the simulated carrier keeps its jobs. */
public interface Jobs {
    Uni<Optional<Job>> find(String reference);

    /** Keeps the job unless its reference is known, and answers the one kept; empty where the reference was cancelled. */
    Uni<Optional<Job>> keep(Job job);

    /** The reference is not to be carried; remembered also where there is no job yet. A job at its end stays as it is. */
    Uni<Void> cancel(String reference);

    /** Up to so many jobs that are due; nobody else gets them until the lease has run out. */
    Uni<List<Job>> takeDue(Instant now, Duration lease, int limit);

    /** The job as it is after its stage was reported; nothing happens where it was cancelled. */
    Uni<Void> reported(Job job);
}
