package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.supervisor.compensation.domain.CompensationIntake;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes what the scheduler could not carry out. */
@Singleton
class CompensationConsumer {
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<CompensationRequested> consumer;

    CompensationConsumer(CompensationIntake intake) {
        consumer = new KeyedConsumer<>(CompensationRequested.class, CONCURRENCY, intake::on);
    }

    @Incoming("delivery-compensations")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }
}
