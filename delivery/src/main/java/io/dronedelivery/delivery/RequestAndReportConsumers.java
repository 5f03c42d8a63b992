package io.dronedelivery.delivery;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes the requests of customers and the reports of carriers. */
@ApplicationScoped
class RequestAndReportConsumers {
    private static final int CONCURRENCY = 5; // of each topic; well below the size of the connection pool

    private final KeyedConsumer<DeliveryRequest> requests;
    private final KeyedConsumer<ShipmentProgress> reports;

    RequestAndReportConsumers(DeliveryDomain domain) {
        this.requests = new KeyedConsumer<>(DeliveryRequest.class, CONCURRENCY, domain.requests()::receive);
        this.reports = new KeyedConsumer<>(ShipmentProgress.class, CONCURRENCY, domain.tracking()::report);
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
