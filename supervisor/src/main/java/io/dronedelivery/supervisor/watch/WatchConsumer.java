package io.dronedelivery.supervisor.watch;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.shared.SupervisorConfig;
import io.dronedelivery.supervisor.watch.domain.WatchIntake;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes the accepted requests, and the events of deliveries in a consumer group of the watch's own. */
@Singleton
class WatchConsumer {
    private final KeyedConsumer<DeliveryRequest> requests;
    private final KeyedConsumer<DeliveryEvent> events;

    WatchConsumer(
            WatchedDeliveries watched, Compensations compensations, SupervisorConfig config, InstantSource clock) {
        WatchIntake intake = new WatchIntake(watched, compensations, config.answerWithin(), clock);
        requests = new KeyedConsumer<>(DeliveryRequest.class, intake::on);
        events = new KeyedConsumer<>(DeliveryEvent.class, intake::on);
    }

    @Incoming("delivery-requests")
    CompletionStage<Void> onRequest(Message<byte[]> message) {
        return requests.accept(message);
    }

    @Incoming("watched-events")
    CompletionStage<Void> onEvent(Message<byte[]> message) {
        return events.accept(message);
    }
}
