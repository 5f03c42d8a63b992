package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Settlement;
import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes <code>delivery.events</code>. */
@ApplicationScoped
class DeliveryEventConsumer {
    private final KeyedConsumer<DeliveryEvent> events;

    DeliveryEventConsumer(AccountingDomain domain) {
        this.events = new KeyedConsumer<>(DeliveryEvent.class, Settlement.IGNORED, domain.settlement()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return events.accept(message);
    }
}
