package io.dronedelivery.delivery;

import io.dronedelivery.chassis.messaging.BatchConsumer;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the requests of customers and the reports of carriers. */
@ApplicationScoped
class RequestAndReportConsumers {
    private static final int CONCURRENCY = 5; // of each topic; well below the size of the connection pool

    private final BatchConsumer<DeliveryRequest> requests;
    private final BatchConsumer<ShipmentProgress> reports;

    RequestAndReportConsumers(DeliveryDomain domain) {
        this.requests = new BatchConsumer<>(DeliveryRequest.class, Set.of(), CONCURRENCY, domain.requests()::receive);
        this.reports = new BatchConsumer<>(ShipmentProgress.class, Set.of(), CONCURRENCY, domain.tracking()::report);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> onRequest(KafkaRecordBatch<byte[], byte[]> batch) {
        return requests.accept(batch);
    }

    @Incoming("transport-tracking")
    CompletionStage<Void> onReport(KafkaRecordBatch<byte[], byte[]> batch) {
        return reports.accept(batch);
    }
}
