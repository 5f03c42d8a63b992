package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.supervisor.compensation.domain.CompensationIntake;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.shared.SupervisorConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes what the scheduler could not carry out, and the events of deliveries: a failed flight is compensated. */
@Singleton
class CompensationConsumer {
    private final KeyedConsumer<CompensationRequested> requested;
    private final KeyedConsumer<DeliveryEvent> events;

    CompensationConsumer(Compensations compensations, SupervisorConfig config, InstantSource clock) {
        CompensationIntake intake = new CompensationIntake(compensations, config.grace(), clock);
        requested = new KeyedConsumer<>(CompensationRequested.class, intake::on);
        events = new KeyedConsumer<>(DeliveryEvent.class, CompensationIntake.IGNORED, intake::on);
    }

    @Incoming("delivery-compensations")
    CompletionStage<Void> onRequested(Message<byte[]> message) {
        return requested.accept(message);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> onEvent(Message<byte[]> message) {
        return events.accept(message);
    }
}
