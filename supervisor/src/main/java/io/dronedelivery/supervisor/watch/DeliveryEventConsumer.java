package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.supervisor.watch.domain.WatchIntake;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes the events of deliveries, in a consumer group of its own: what compensation can't process, the watch still reads. */
@Singleton
class DeliveryEventConsumer {
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<DeliveryEvent> consumer;

    DeliveryEventConsumer(WatchIntake intake) {
        consumer = new KeyedConsumer<>(DeliveryEvent.class, CONCURRENCY, intake::on);
    }

    @Incoming("watched-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
