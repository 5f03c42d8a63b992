package io.dronedelivery.transport.domain.overland;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the simulated carrier keeps its jobs. */
public interface Jobs {
    Uni<Optional<Job>> find(String reference);

    /** Keeps the job unless its reference is known. Returns the one that is kept; empty if the reference was cancelled. */
    Uni<Optional<Job>> keep(Job job);

    /** Cancels the reference, also one without a job yet. A job that has ended stays as it is. */
    Uni<Void> cancel(String reference);

    /** At most that many jobs that are due. Nobody else gets them before the lease ends. */
    Uni<List<Job>> takeDue(Instant now, Duration lease, int limit);

    /** The job as it is after its stage was reported; nothing happens where it was cancelled. */
    Uni<Void> reported(Job job);
}
