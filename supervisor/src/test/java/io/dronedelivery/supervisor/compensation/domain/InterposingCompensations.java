package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store where somebody else comes first: once, between what is read and what is then replaced. */
final class InterposingCompensations implements Compensations {
    private final Compensations compensations;
    private Optional<Runnable> interposed;

    InterposingCompensations(Compensations compensations, Runnable interposed) {
        this.compensations = compensations;
        this.interposed = Optional.of(interposed);
    }

    @Override
    public Uni<Optional<Entry>> find(String deliveryId, int attempt) {
        return compensations.find(deliveryId, attempt);
    }

    @Override
    public Uni<Boolean> add(Compensation compensation) {
        return compensations.add(compensation);
    }

    @Override
    public Uni<Optional<Entry>> replace(
            Entry read, Compensation compensation, List<? extends DeliveryRequest> requests) {
        Optional<Runnable> first = interposed;
        interposed = Optional.empty();
        first.ifPresent(Runnable::run);
        return compensations.replace(read, compensation, requests);
    }

    @Override
    public Uni<List<Entry>> takeDue(Instant now, Instant leaseEnd, int limit) {
        return compensations.takeDue(now, leaseEnd, limit);
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
}
