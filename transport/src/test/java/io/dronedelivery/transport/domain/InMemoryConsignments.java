package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Consignments in memory. */
public final class InMemoryConsignments implements Consignments {
    private final Map<String, Consignment> consignments = new ConcurrentHashMap<>();
    private final Consumer<ShipmentProgress> outbox;

    public InMemoryConsignments(Consumer<ShipmentProgress> outbox) {
        this.outbox = outbox;
    }

    /** All there are. */
    public Collection<Consignment> all() {
        return consignments.values();
    }

    @Override
    public Uni<Consignment> find(String deliveryId) {
        return Uni.createFrom().item(() -> consignments.getOrDefault(deliveryId, Consignment.of(deliveryId)));
    }

    @Override
    public <T> Uni<T> change(String deliveryId, Function<Consignment, ConsignmentStep<T>> change) {
        return Uni.createFrom().item(() -> now(deliveryId, change));
    }

    private synchronized <T> T now(String deliveryId, Function<Consignment, ConsignmentStep<T>> change) {
        ConsignmentStep<T> step = change.apply(consignments.getOrDefault(deliveryId, Consignment.of(deliveryId)));
        consignments.put(deliveryId, step.consignment());
        step.progress().forEach(outbox);
        return step.answer();
    }
}
