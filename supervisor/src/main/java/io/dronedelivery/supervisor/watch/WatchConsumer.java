package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.messaging.BulkConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.shared.SupervisorConfig;
import io.dronedelivery.supervisor.watch.domain.WatchIntake;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the accepted requests, and the events of deliveries in a consumer group of the watch's own. */
@Singleton
class WatchConsumer {
    private final BulkConsumer<DeliveryRequest> requests;
    private final BulkConsumer<DeliveryEvent> events;

    WatchConsumer(
            WatchedDeliveries watched, Compensations compensations, SupervisorConfig config, InstantSource clock) {
        WatchIntake intake = new WatchIntake(watched, compensations, config.answerWithin(), clock);
        requests = new BulkConsumer<>(DeliveryRequest.class, intake::requested);
        events = new BulkConsumer<>(DeliveryEvent.class, intake::happened);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> onRequest(KafkaRecordBatch<byte[], byte[]> batch) {
        return requests.accept(batch);
    }

    @Incoming("watched-events")
    CompletionStage<Void> onEvent(KafkaRecordBatch<byte[], byte[]> batch) {
        return events.accept(batch);
    }
}
