package io.dronedelivery.delivery;

import io.dronedelivery.chassis.messaging.BulkConsumer;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.tracking.TrackingHandler;
import io.dronedelivery.delivery.owner.LatestTelemetry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Consumes the drone location stream, many messages in one transaction. During an outage of the database it tries again for
 * as long as it takes. A message that can't be read or processed goes to the dead letters, without the rest of its batch. Each
 * that is traced has a span of its own trace, as long as the batch's work.
 */
@ApplicationScoped
class TelemetryConsumer {
    private final TrackingHandler tracking;
    private final LatestTelemetry latestTelemetry;
    private final TelemetryDelay delay;
    private final BulkConsumer<DroneStream> consumer;

    TelemetryConsumer(DeliveryDomain domain, LatestTelemetry latestTelemetry, TelemetryDelay delay) {
        this.tracking = domain.tracking();
        this.latestTelemetry = latestTelemetry;
        this.delay = delay;
        this.consumer = new BulkConsumer<>(DroneStream.class, this::observe);
    }

    @Incoming("drone-telemetry")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        return consumer.accept(batch).thenRun(() -> delay.taken(batch.getRecords()));
    }

    private Uni<Void> observe(List<DroneStream> messages) {
        for (DroneStream message : messages) {
            Objects.requireNonNull(message.droneId(), "a message without droneId");
            Objects.requireNonNull(message.time(), "a message without time");
        }
        return tracking.observe(messages).invoke(() -> latestTelemetry.add(messages));
    }
}
