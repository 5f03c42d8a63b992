package io.dronedelivery.delivery;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The stored deliveries, of which each update is told to a counter once it is stored. */
final class CountedDeliveries implements Deliveries {
    private final Deliveries deliveries;
    private final Consumer<Update> counter;

    CountedDeliveries(Deliveries deliveries, Consumer<Update> counter) {
        this.deliveries = deliveries;
        this.counter = counter;
    }

    @Override
    public <R> Uni<R> update(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
        return Uni.createFrom().deferred(() -> {
            LastTry last = new LastTry();
            return deliveries
                    .update(deliveryId, found -> {
                        Decision<R> decision = decide.apply(found);
                        last.decided(deliveryId, decision.update());
                        return decision;
                    })
                    .invoke(() -> last.stored(counter));
        });
    }

    @Override
    public Uni<Void> updateAll(Set<String> deliveryIds, Function<Delivery, Optional<Update>> decide) {
        return Uni.createFrom().deferred(() -> {
            LastTry last = new LastTry();
            return deliveries
                    .updateAll(deliveryIds, found -> {
                        Optional<Update> update = decide.apply(found);
                        last.decided(found.record().deliveryId(), update);
                        return update;
                    })
                    .invoke(() -> last.stored(counter));
        });
    }

    @Override
    public Uni<Optional<Delivery>> find(String deliveryId) {
        return deliveries.find(deliveryId);
    }

    @Override
    public Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion) {
        return deliveries.timeline(deliveryId, afterVersion);
    }

    @Override
    public Uni<Map<String, Long>> versions(Set<String> deliveryIds) {
        return deliveries.versions(deliveryIds);
    }

    @Override
    public Uni<List<Dated>> findAll(String accountId, Set<String> deliveryIds) {
        return deliveries.findAll(accountId, deliveryIds);
    }

    @Override
    public Uni<List<Delivery>> findAll(Set<String> deliveryIds) {
        return deliveries.findAll(deliveryIds);
    }

    @Override
    public Uni<Map<DeliveryStatus, Long>> underWay() {
        return deliveries.underWay();
    }

    @Override
    public Uni<List<Delivery>> page(Search search) {
        return deliveries.page(search);
    }

    /** What was decided last: a transaction that is run again decides on each of its deliveries again. */
    private static final class LastTry {
        private final Map<String, Optional<Update>> updates = new HashMap<>();

        synchronized void decided(String deliveryId, Optional<Update> update) {
            if (updates.containsKey(deliveryId)) {
                updates.clear();
            }
            updates.put(deliveryId, update);
        }

        synchronized void stored(Consumer<Update> counter) {
            updates.values().forEach(update -> update.ifPresent(counter));
        }
    }
}
