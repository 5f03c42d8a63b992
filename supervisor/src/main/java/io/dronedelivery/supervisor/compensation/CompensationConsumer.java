package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.messaging.BatchConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.supervisor.compensation.domain.CompensationIntake;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.shared.SupervisorConfig;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes what the scheduler could not carry out, and the events of deliveries: a failed flight is compensated. */
@Singleton
class CompensationConsumer {
    private final BatchConsumer<CompensationRequested> requested;
    private final BatchConsumer<DeliveryEvent> events;

    CompensationConsumer(Compensations compensations, SupervisorConfig config, InstantSource clock) {
        CompensationIntake intake = new CompensationIntake(compensations, config.grace(), clock);
        requested = new BatchConsumer<>(CompensationRequested.class, Set.of(), intake::on);
        events = new BatchConsumer<>(DeliveryEvent.class, CompensationIntake.IGNORED, intake::on);
    }

    @Incoming("delivery-compensations")
    CompletionStage<Void> onRequested(KafkaRecordBatch<byte[], byte[]> batch) {
        return requested.accept(batch);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> onEvent(KafkaRecordBatch<byte[], byte[]> batch) {
        return events.accept(batch);
    }
}
