package io.dronedelivery.ingestion;

import io.dronedelivery.chassis.messaging.Envelope;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.ingestion.domain.RequestLog;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Stores requests in the topic <code>delivery.requests</code>. */
@ApplicationScoped
class KafkaRequestLog implements RequestLog {
    /** How many requests may wait for the broker; more are refused at once. */
    private static final int WAITING_MAX = 4096;

    private final MutinyEmitter<byte[]> requests;
    private final IngestionConfig config;

    KafkaRequestLog(
            @Channel("delivery-requests-out") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING_MAX)
                    MutinyEmitter<byte[]> requests,
            IngestionConfig config) {
        this.requests = requests;
        this.config = config;
    }

    @Override
    public Uni<Void> append(DeliveryRequest request) {
        return Uni.createFrom()
                .deferred(() -> requests.sendMessage(Envelope.of(request.deliveryId(), request.requestId(), request)))
                .ifNoItem()
                .after(config.acknowledgementTimeout())
                .fail();
    }
}
