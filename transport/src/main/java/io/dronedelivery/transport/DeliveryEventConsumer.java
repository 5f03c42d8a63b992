package io.dronedelivery.transport;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.transport.domain.DeliveryEventHandler;
import io.dronedelivery.transport.domain.TransportDomain;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes <code>delivery.events</code>. */
@Singleton
class DeliveryEventConsumer {
    private final KeyedConsumer<DeliveryEvent> consumer;

    DeliveryEventConsumer(TransportDomain domain) {
        consumer = new KeyedConsumer<>(DeliveryEvent.class, DeliveryEventHandler.IGNORED, domain.deliveryEvents()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
