package io.dronedelivery.drone.mission;

import io.dronedelivery.chassis.messaging.Gate;
import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.drone.mission.domain.DeliveryEventHandler;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes the events of deliveries. */
@ApplicationScoped
class DeliveryEventConsumer {
    private static final int AT_A_TIME = 32;

    private final KeyedConsumer<DeliveryEvent> consumer;

    DeliveryEventConsumer(DeliveryEventHandler deliveries) {
        this.consumer = new KeyedConsumer<>(
                DeliveryEvent.class, MissionCommand.IGNORED, AT_A_TIME, deliveries::on, Gate.ALWAYS_OPEN);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
