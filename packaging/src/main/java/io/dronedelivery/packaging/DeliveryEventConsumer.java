package io.dronedelivery.packaging;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.packaging.domain.PackagingDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes <code>delivery.events</code>. */
@ApplicationScoped
class DeliveryEventConsumer {
    /** Below the size of the connection pool, which the registrations share. */
    private static final int CONCURRENCY = 8;

    private final KeyedConsumer<DeliveryEvent> events;

    DeliveryEventConsumer(PackagingDomain domain) {
        this.events = new KeyedConsumer<>(DeliveryEvent.class, CONCURRENCY, domain.tracker()::on);
    }

    @Incoming("delivery-events")
    CompletionStage<Void> on(Message<byte[]> message) {
        return events.accept(message);
    }
}
