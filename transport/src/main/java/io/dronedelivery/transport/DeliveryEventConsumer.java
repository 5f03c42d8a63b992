package io.dronedelivery.transport;

import io.dronedelivery.chassis.messaging.BatchConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.transport.domain.DeliveryEventHandler;
import io.dronedelivery.transport.domain.TransportDomain;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes <code>delivery.events</code>. */
@Singleton
class DeliveryEventConsumer {
    private final BatchConsumer<DeliveryEvent> consumer;

    DeliveryEventConsumer(TransportDomain domain) {
        consumer = new BatchConsumer<>(DeliveryEvent.class, DeliveryEventHandler.IGNORED, domain.deliveryEvents()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        return consumer.accept(batch);
    }
}
