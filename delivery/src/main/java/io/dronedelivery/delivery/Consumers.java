package io.dronedelivery.delivery;

import io.dronedelivery.chassis.KeyedConsumer;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.delivery.domain.Requests;
import io.dronedelivery.delivery.domain.Tracking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes in what customers ask for and what carriers report. */
@ApplicationScoped
class Consumers {
    private static final int CONCURRENCY =
            5; // of each topic: well below the connection pool's size, which others share

    private final KeyedConsumer<DeliveryRequest> requests;
    private final KeyedConsumer<ShipmentProgress> reports;

    Consumers(Requests requests, Tracking tracking) {
        this.requests = new KeyedConsumer<>(DeliveryRequest.class, CONCURRENCY, requests::see);
        this.reports = new KeyedConsumer<>(ShipmentProgress.class, CONCURRENCY, tracking::see);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> onRequest(Message<byte[]> message) {
        return requests.accept(message);
    }

    @Incoming("transport-tracking")
    CompletionStage<Void> onReport(Message<byte[]> message) {
        return reports.accept(message);
    }
}
