package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.watch.domain.WatchIntake;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes the accepted requests. */
@Singleton
class RequestConsumer {
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<DeliveryRequest> consumer;

    RequestConsumer(WatchIntake intake) {
        consumer = new KeyedConsumer<>(DeliveryRequest.class, CONCURRENCY, intake::on);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
