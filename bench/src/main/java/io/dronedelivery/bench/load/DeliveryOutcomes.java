package io.dronedelivery.bench.load;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** The outcome of each delivery, as it is read from the topic of events. */
final class DeliveryOutcomes implements AutoCloseable {
    private final ConcurrentMap<String, CompletableFuture<DeliveryEvent>> answers = new ConcurrentHashMap<>();
    private final Predicate<DeliveryEvent> decisive;
    private final TopicReader events;

    /**
     * Outcomes from now on.
     *
     * @param decisive which events are an outcome; the first of a delivery counts
     */
    DeliveryOutcomes(String bootstrapServers, Predicate<DeliveryEvent> decisive) {
        this.decisive = decisive;
        this.events = new TopicReader(
                bootstrapServers,
                Topic.DELIVERY_EVENTS.topicName(),
                (_, value) -> read(Json.read(value, DeliveryEvent.class)));
    }

    private void read(DeliveryEvent event) {
        if (decisive.test(event)) {
            of(event.header().deliveryId()).complete(event);
        }
    }

    /** Completes with the outcome of the delivery. */
    CompletableFuture<DeliveryEvent> of(String deliveryId) {
        return answers.computeIfAbsent(deliveryId, _ -> new CompletableFuture<>());
    }

    /** Forgets the outcome of a delivery. */
    void forget(String deliveryId) {
        answers.remove(deliveryId);
    }

    @Override
    public void close() {
        events.close();
    }
}
