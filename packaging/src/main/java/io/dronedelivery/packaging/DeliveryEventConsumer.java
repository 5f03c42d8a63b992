package io.dronedelivery.packaging;

import io.dronedelivery.chassis.messaging.BatchConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.packaging.domain.PackageTracker;
import io.dronedelivery.packaging.domain.PackagingDomain;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes <code>delivery.events</code>. */
@ApplicationScoped
class DeliveryEventConsumer {
    private final BatchConsumer<DeliveryEvent> events;

    DeliveryEventConsumer(PackagingDomain domain) {
        this.events = new BatchConsumer<>(DeliveryEvent.class, PackageTracker.IGNORED, domain.tracker()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        return events.accept(batch);
    }
}
