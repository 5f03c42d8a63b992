package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A store before or after which the process may die: the caller never hears of it. */
record UnreliableWorkflows(Workflows workflows, BooleanSupplier dies) implements Workflows {
    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return workflows.find(deliveryId, attempt);
    }

    @Override
    public Uni<Boolean> add(Workflow workflow) {
        return mortal(workflows.add(workflow));
    }

    @Override
    public Uni<Optional<Entry>> replace(Entry read, Workflow workflow, List<? extends DeliveryRequest> requests) {
        return mortal(workflows.replace(read, workflow, requests));
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return mortal(workflows.takeDue(now, leaseEnd, limit));
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return workflows.list(status, before, limit);
    }

    private <T> Uni<T> mortal(Uni<T> work) {
        return Uni.createFrom().voidItem().invoke(this::die).chain(() -> work).invoke(this::die);
    }

    private void die() {
        if (dies.getAsBoolean()) {
            throw new IllegalStateException("killed");
        }
    }
}
