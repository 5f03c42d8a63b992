package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.supervisor.compensation.domain.CompensationIntake;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes the events of deliveries: a failed flight is compensated. The watch reads the same topic on its own. */
@Singleton
class FailedFlightConsumer {
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<DeliveryEvent> consumer;

    FailedFlightConsumer(CompensationIntake intake) {
        consumer = new KeyedConsumer<>(DeliveryEvent.class, CONCURRENCY, intake::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
