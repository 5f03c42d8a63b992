package io.dronedelivery.packaging;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.packaging.domain.PackageTracker;
import io.dronedelivery.packaging.domain.PackagingDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes <code>delivery.events</code>. */
@ApplicationScoped
class DeliveryEventConsumer {
    private final KeyedConsumer<DeliveryEvent> events;

    DeliveryEventConsumer(PackagingDomain domain) {
        this.events = new KeyedConsumer<>(DeliveryEvent.class, PackageTracker.IGNORED, domain.tracker()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return events.accept(message);
    }
}
