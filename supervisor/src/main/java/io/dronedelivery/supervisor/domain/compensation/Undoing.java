package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import io.dronedelivery.supervisor.domain.compensation.Workflows.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Carries workflows out: closes the attempt, undoes its steps in reverse order, and keeps each as soon as it is done. What
 * a crash leaves unkept is done again, which the services permit.
 */
public final class Undoing {
    private static final int AT_A_TIME = 16;

    private final Workflows workflows;
    private final Services services;
    private final Patience patience;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Undoing(
            Workflows workflows, Services services, Patience patience, InstantSource clock, RandomGenerator random) {
        this.workflows = workflows;
        this.services = services;
        this.patience = patience;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Carries out what is due, each until it is finished or fails.
     *
     * @return how each of them stands now; fails where that could not be kept, after all were tried
     */
    public Uni<List<Workflow>> runDue() {
        return workflows
                .takeDue(clock.instant(), leaseEnd(), AT_A_TIME)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : Uni.join().all(due.stream().map(this::run).toList()).andCollectFailures());
    }

    private Uni<Workflow> run(Entry entry) {
        Workflow workflow = entry.workflow();
        return switch (workflow.next()) {
            case Task.Close close ->
                carryOut(
                        entry,
                        close,
                        services.close(workflow.deliveryId(), workflow.attempt(), workflow.closure())
                                .map(answer -> workflow.closed(answer, leaseEnd())));
            case Task.Undo undo ->
                carryOut(
                        entry,
                        undo,
                        services.undo(undo.step(), workflow.deliveryId(), workflow.attempt())
                                .map(_ -> workflow.undone(undo.step(), clock.instant(), leaseEnd())));
            case Task.Finish(var restore) ->
                keep(entry, workflow.finished(clock.instant()), restore.stream().toList());
        };
    }

    private Uni<Workflow> carryOut(Entry entry, Task task, Uni<Workflow> work) {
        return work.onFailure()
                .recoverWithItem(failure -> failed(entry.workflow(), task, failure))
                .chain(after -> keep(entry, after, List.of()));
    }

    /** Keeps how it stands, and goes on unless another has taken it over, it has ended, or it is to pause. */
    private Uni<Workflow> keep(Entry entry, Workflow after, List<RescheduleDelivery> requests) {
        return workflows.replace(entry, after, requests).chain(kept -> kept.filter(_ -> goesOn(after))
                .map(this::run)
                .orElse(Uni.createFrom().item(after)));
    }

    private static boolean goesOn(Workflow workflow) {
        return workflow.state() instanceof Waiting waiting && waiting.tries() == 0;
    }

    private Workflow failed(Workflow workflow, Task task, Throwable failure) {
        Instant now = clock.instant();
        String why = task + " failed: " + failure.getMessage();
        int tries = workflow.state() instanceof Waiting waiting ? waiting.tries() + 1 : 1;
        return tries < patience.triesMax()
                ? workflow.failed(why, tries, now.plus(patience.pause(tries, random)))
                : workflow.parked(why, now);
    }

    private Instant leaseEnd() {
        return clock.instant().plus(patience.lease());
    }
}
