package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A store before or after which the process may die: the caller never hears of it. */
record UnreliableCompensations(Compensations compensations, BooleanSupplier dies) implements Compensations {
    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return compensations.find(deliveryId, attempt);
    }

    @Override
    public Uni<Boolean> add(Compensation compensation) {
        return mortal(compensations.add(compensation));
    }

    @Override
    public Uni<Optional<Entry>> replace(
            Entry read, Compensation compensation, List<? extends DeliveryRequest> requests) {
        return mortal(compensations.replace(read, compensation, requests));
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return mortal(compensations.takeDue(now, leaseEnd, limit));
    }

    @Override
    public Uni<List<Compensation>> ofDelivery(String deliveryId) {
        return compensations.ofDelivery(deliveryId);
    }

    @Override
    public Uni<List<Entry>> list(Optional<Status> status, long before, int limit) {
        return compensations.list(status, before, limit);
    }

    @Override
    public Uni<List<Compensation>> openOf(Set<String> deliveryIds) {
        return compensations.openOf(deliveryIds);
    }

    @Override
    public Uni<Map<Status, Long>> open() {
        return compensations.open();
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
