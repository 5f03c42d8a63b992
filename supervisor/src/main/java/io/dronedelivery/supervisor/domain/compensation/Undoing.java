package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import io.dronedelivery.supervisor.domain.compensation.Workflows.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Carries workflows out: recalls the drone of a failed flight, closes the attempt, undoes its steps in reverse order, and
 * keeps each as soon as it is done. What a crash leaves unkept is done again, which the services permit.
 */
public final class Undoing {
    private static final int AT_A_TIME = 16;

    private final Workflows workflows;
    private final Services services;
    private final Patience patience;
    private final Setbacks setbacks;
    private final InstantSource clock;

    public Undoing(
            Workflows workflows, Services services, Patience patience, InstantSource clock, RandomGenerator random) {
        this.workflows = workflows;
        this.services = services;
        this.patience = patience;
        this.setbacks = new Setbacks(patience, random);
        this.clock = clock;
    }

    /**
     * Carries out what is due, each until it is finished, fails, or waits for somebody.
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
        String id = workflow.deliveryId();
        int attempt = workflow.attempt();
        return switch (workflow.next()) {
            case Task.Recall recall ->
                carryOut(
                        entry,
                        recall,
                        services.recall(id, attempt),
                        _ -> workflow.recalled(clock.instant(), leaseEnd()));
            case Task.Close close ->
                carryOut(
                        entry,
                        close,
                        services.close(id, attempt, workflow.closure()),
                        answer -> workflow.closed(answer, leaseEnd()));
            case Task.Undo undo ->
                carryOut(
                        entry,
                        undo,
                        services.undo(undo.step(), id, attempt),
                        _ -> workflow.undone(undo.step(), clock.instant(), leaseEnd()));
            case Task.GiveUp _ -> keep(entry, workflow.givenUp(clock.instant(), leaseEnd()), List.of());
            case Task.Finish(var restore) ->
                keep(entry, workflow.finished(clock.instant()), restore.stream().toList());
        };
    }

    private <T> Uni<Workflow> carryOut(Entry entry, Task task, Uni<Outcome<T>> call, Function<T, Workflow> done) {
        Workflow workflow = entry.workflow();
        return call.map(outcome -> switch (outcome) {
                    case Granted<T>(T answer) -> done.apply(answer);
                    case Refused<T> refusal ->
                        workflow.setBack(setbacks.refused(workflow, task, refusal, clock.instant()));
                })
                .onFailure()
                .recoverWithItem(failure -> workflow.setBack(setbacks.failed(workflow, task, failure, clock.instant())))
                .chain(after -> keep(entry, after, List.of()));
    }

    /** Keeps how it stands, and goes on unless another has taken it over, it has ended, or it is to wait. */
    private Uni<Workflow> keep(Entry entry, Workflow after, List<RescheduleDelivery> requests) {
        return workflows.replace(entry, after, requests).chain(kept -> kept.filter(_ -> goesOn(after))
                .map(this::run)
                .orElse(Uni.createFrom().item(after)));
    }

    private static boolean goesOn(Workflow workflow) {
        return workflow.state() instanceof Waiting waiting && waiting.tries() == 0;
    }

    private Instant leaseEnd() {
        return clock.instant().plus(patience.lease());
    }
}
