package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.scheduler.domain.Scheduling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes <code>delivery.requests</code>. */
@ApplicationScoped
class RequestConsumer {
    private final KeyedConsumer<DeliveryRequest> consumer;

    RequestConsumer(Scheduling scheduling, SchedulerConfig config, CircuitGate gate) {
        this.consumer =
                new KeyedConsumer<>(DeliveryRequest.class, Set.of(), config.concurrency(), scheduling::carryOut, gate);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
