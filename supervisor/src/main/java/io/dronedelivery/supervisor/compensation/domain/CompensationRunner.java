package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.supervisor.compensation.domain.Compensations.Entry;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Carries compensations out: recalls the drone of a failed flight, closes the attempt, undoes its steps in reverse order.
 * Each step is stored as soon as it is done. After a crash, what was not stored is done again, which the services permit.
 */
public final class CompensationRunner {
    private static final int AT_A_TIME = 16;

    private final Compensations compensations;
    private final Services services;
    private final RetryPolicy policy;
    private final FailurePolicy failures;
    private final InstantSource clock;

    public CompensationRunner(
            Compensations compensations,
            Services services,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        this.compensations = compensations;
        this.services = services;
        this.policy = policy;
        this.failures = new FailurePolicy(policy, random);
        this.clock = clock;
    }

    /**
     * Carries out the compensations that are due, each until it is finished, fails, or waits for somebody.
     *
     * @return each as it is now; fails after all were tried, if one could not be stored
     */
    public Uni<List<Compensation>> runDue() {
        return compensations
                .takeDue(clock.instant(), leaseEnd(), AT_A_TIME)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : Uni.join().all(due.stream().map(this::run).toList()).andCollectFailures());
    }

    private Uni<Compensation> run(Entry entry) {
        Compensation compensation = entry.compensation();
        String id = compensation.deliveryId();
        int attempt = compensation.attempt();
        return switch (compensation.next()) {
            case Task.Recall recall ->
                carryOut(
                        entry,
                        recall,
                        services.recall(id, attempt),
                        _ -> compensation.recalled(clock.instant(), leaseEnd()));
            case Task.Close close ->
                carryOut(
                        entry,
                        close,
                        services.close(id, attempt, compensation.closure()),
                        answer -> compensation.closed(answer, leaseEnd()));
            case Task.Undo undo ->
                carryOut(
                        entry,
                        undo,
                        services.undo(undo.step(), id, attempt),
                        _ -> compensation.undone(undo.step(), clock.instant(), leaseEnd()));
            case Task.GiveUp _ -> store(entry, compensation.givenUp(clock.instant(), leaseEnd()), List.of());
            case Task.Finish(var restore) ->
                store(
                        entry,
                        compensation.finished(clock.instant()),
                        restore.stream().toList());
        };
    }

    private <T> Uni<Compensation> carryOut(
            Entry entry, Task task, Uni<Outcome<T>> call, Function<T, Compensation> done) {
        Compensation compensation = entry.compensation();
        return call.map(outcome -> switch (outcome) {
                    case Granted<T>(T answer) -> done.apply(answer);
                    case Refused<T> refusal ->
                        compensation.afterFailure(failures.refused(compensation, task, refusal, clock.instant()));
                })
                .onFailure()
                .recoverWithItem(failure ->
                        compensation.afterFailure(failures.failed(compensation, task, failure, clock.instant())))
                .chain(after -> store(entry, after, List.of()));
    }

    /** Stores the compensation. Goes on unless it was taken over by another instance, has ended, or has to wait. */
    private Uni<Compensation> store(Entry entry, Compensation after, List<RescheduleDelivery> requests) {
        return compensations.replace(entry, after, requests).chain(stored -> stored.filter(_ -> goesOn(after))
                .map(this::run)
                .orElse(Uni.createFrom().item(after)));
    }

    private static boolean goesOn(Compensation compensation) {
        return compensation.state() instanceof Waiting waiting && waiting.tries() == 0;
    }

    private Instant leaseEnd() {
        return clock.instant().plus(policy.lease());
    }
}
