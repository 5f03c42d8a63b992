package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store where somebody else comes first: once, between what is read and what is then replaced. */
final class InterposingWorkflows implements Workflows {
    private final Workflows workflows;
    private Optional<Runnable> interposed;

    InterposingWorkflows(Workflows workflows, Runnable interposed) {
        this.workflows = workflows;
        this.interposed = Optional.of(interposed);
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return workflows.find(deliveryId, attempt);
    }

    @Override
    public Uni<Boolean> add(Workflow workflow) {
        return workflows.add(workflow);
    }

    @Override
    public Uni<Optional<Entry>> replace(Entry read, Workflow workflow, List<? extends DeliveryRequest> requests) {
        Optional<Runnable> first = interposed;
        interposed = Optional.empty();
        first.ifPresent(Runnable::run);
        return workflows.replace(read, workflow, requests);
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return workflows.takeDue(now, leaseEnd, limit);
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return workflows.list(status, before, limit);
    }
}
