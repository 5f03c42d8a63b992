package io.dronedelivery.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.DeliveriesContract;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgDeliveriesTest extends DeliveriesContract {
    private final Deliveries deliveries;

    PgDeliveriesTest(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }

    /** As published: as many as the timeline says were decided. */
    @Override
    protected List<String> outbox(String deliveryId) {
        int decided = deliveries.timeline(deliveryId, 0).await().indefinitely().size();
        return KafkaProbe.published(
                        Topic.DELIVERY_EVENTS,
                        DeliveryEvent.class,
                        event -> event.header().deliveryId().equals(deliveryId),
                        decided)
                .stream()
                .map(DeliveryEvent::eventId)
                .toList();
    }

    /** What is known in memory of a delivery is not what counts. */
    @Test
    void aBatchIsDecidedOnWhatIsStoredWhoeverStoredIt() {
        String id = begin(Given.NOW);
        for (int number = 0; number < 4; number++) {
            int stored = number;
            get(deliveries.updateAll(Set.of(id), delivery -> {
                assertThat(delivery.record().halted()).hasSize(stored);
                return Optional.empty();
            }));
            Uni<?> another = number % 2 == 0
                    ? deliveries.updateAll(Set.of(id), delivery -> Optional.of(halting(delivery, stored)))
                    : deliveries.update(id, known -> Decision.of(halting(known.orElseThrow(), stored), true));
            get(another);
        }
        assertThat(get(deliveries.find(id)).orElseThrow().record().halted()).hasSize(4);
    }
}
