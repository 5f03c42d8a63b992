package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.supervisor.domain.compensation.Compensations;
import io.dronedelivery.supervisor.domain.watch.Watching;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears what becomes of deliveries. */
@Singleton
class DeliveryEventConsumer {
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<DeliveryEvent> consumer;

    DeliveryEventConsumer(Compensations compensations, Watching watching) {
        consumer = new KeyedConsumer<>(DeliveryEvent.class, CONCURRENCY, event -> compensations
                .on(event)
                .chain(() -> watching.on(event)));
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
