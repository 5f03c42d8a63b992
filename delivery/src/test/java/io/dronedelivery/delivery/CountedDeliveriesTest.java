package io.dronedelivery.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.InMemoryDeliveries;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.request.RequestRules;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CountedDeliveriesTest {
    private static final RequestRules RULES = new RequestRules("1234", Given.NOW);

    private final List<Update> counted = new ArrayList<>();
    private final Deliveries deliveries =
            new CountedDeliveries(new RunAgain(new InMemoryDeliveries(_ -> {})), counted::add);

    @Test
    void aTransactionThatIsRunAgainCountsOnce() {
        begin();

        assertThat(counted).singleElement().satisfies(update -> assertThat(update.events())
                .hasSize(1));
    }

    @Test
    void ofManyDeliveriesEachCountsOnceThoughTheirTransactionIsRunAgain() {
        begin();
        counted.clear();

        deliveries
                .updateAll(Set.of("d1"), found -> Optional.of(Update.silent(found)))
                .await()
                .indefinitely();

        assertThat(counted).hasSize(1);
    }

    @Test
    void whatWasNotStoredDoesNotCount() {
        deliveries
                .update("d1", _ -> {
                    throw new IllegalStateException("broken");
                })
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(counted).isEmpty();
    }

    private void begin() {
        deliveries
                .update("d1", found -> new Decision<>(RULES.receive(found, Given.request()), "begun"))
                .await()
                .indefinitely();
    }

    /** A store whose transactions all lose a race, and are run again from the start. */
    private record RunAgain(Deliveries store) implements Deliveries {
        @Override
        public <R> Uni<R> update(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide) {
            return store.find(deliveryId).map(decide).chain(_ -> store.update(deliveryId, decide));
        }

        @Override
        public Uni<Void> updateAll(Set<String> deliveryIds, Function<Delivery, Optional<Update>> decide) {
            return store.updateAll(deliveryIds, found -> {
                        Optional<Update> lost = decide.apply(found);
                        return lost.filter(_ -> false);
                    })
                    .chain(() -> store.updateAll(deliveryIds, decide));
        }

        @Override
        public Uni<Optional<Delivery>> find(String deliveryId) {
            return store.find(deliveryId);
        }

        @Override
        public Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion) {
            return store.timeline(deliveryId, afterVersion);
        }

        @Override
        public Uni<Map<String, Long>> versions(Set<String> deliveryIds) {
            return store.versions(deliveryIds);
        }

        @Override
        public Uni<List<Dated>> findAll(String accountId, Set<String> deliveryIds) {
            return store.findAll(accountId, deliveryIds);
        }

        @Override
        public Uni<List<Delivery>> findAll(Set<String> deliveryIds) {
            return store.findAll(deliveryIds);
        }

        @Override
        public Uni<Map<DeliveryStatus, Long>> underWay() {
            return store.underWay();
        }

        @Override
        public Uni<List<Delivery>> page(Search search) {
            return store.page(search);
        }
    }
}
