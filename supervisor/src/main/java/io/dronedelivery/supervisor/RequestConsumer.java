package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Watching;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears what was accepted. */
@Singleton
class RequestConsumer {
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<DeliveryRequest> consumer;

    RequestConsumer(Watching watching) {
        consumer = new KeyedConsumer<>(DeliveryRequest.class, CONCURRENCY, watching::on);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
