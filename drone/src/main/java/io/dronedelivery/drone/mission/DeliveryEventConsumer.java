package io.dronedelivery.drone.mission;

import io.dronedelivery.chassis.messaging.BatchConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.drone.mission.domain.DeliveryEventHandler;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the events of deliveries. */
@ApplicationScoped
class DeliveryEventConsumer {
    private static final int AT_A_TIME = 32;

    private final BatchConsumer<DeliveryEvent> consumer;

    DeliveryEventConsumer(DeliveryEventHandler deliveries) {
        this.consumer = new BatchConsumer<>(DeliveryEvent.class, MissionCommand.IGNORED, AT_A_TIME, deliveries::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        return consumer.accept(batch);
    }
}
