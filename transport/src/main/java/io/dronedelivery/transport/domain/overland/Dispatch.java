package io.dronedelivery.transport.domain.overland;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Overland's dispatch: reports the stages that its vans have reached. */
public final class Dispatch {
    /** How long no other dispatcher takes the job. If this one dies meanwhile, the report is late by that. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final int JOBS_AT_A_TIME = 32;

    private final Jobs jobs;
    private final Callbacks callbacks;
    private final InstantSource clock;

    public Dispatch(Jobs jobs, Callbacks callbacks, InstantSource clock) {
        this.jobs = jobs;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /**
     * Reports the next stage of each job that is due.
     *
     * @return how many; fails where some could not be reported, after all were tried
     */
    public Uni<Integer> reportDue() {
        return jobs.takeDue(clock.instant(), LEASE, JOBS_AT_A_TIME).chain(this::reportAll);
    }

    private Uni<Integer> reportAll(List<Job> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join()
                .all(due.stream().map(this::report).toList())
                .andCollectFailures()
                .map(List::size);
    }

    private Uni<Void> report(Job job) {
        Job next = job.next().orElseThrow();
        return callbacks.send(Overland.NAME, next.report()).chain(() -> jobs.reported(next));
    }
}
