package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Settlement;
import io.dronedelivery.chassis.messaging.BatchConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes <code>delivery.events</code>. */
@ApplicationScoped
class DeliveryEventConsumer {
    private final BatchConsumer<DeliveryEvent> events;

    DeliveryEventConsumer(AccountingDomain domain) {
        this.events = new BatchConsumer<>(DeliveryEvent.class, Settlement.IGNORED, domain.settlement()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        return events.accept(batch);
    }
}
