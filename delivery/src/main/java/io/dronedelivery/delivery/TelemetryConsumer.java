package io.dronedelivery.delivery;

import io.dronedelivery.chassis.messaging.DeadLetters;
import io.dronedelivery.chassis.messaging.Payloads;
import io.dronedelivery.chassis.retry.Outage;
import io.dronedelivery.chassis.tracing.RecordSpan;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.tracking.TrackingHandler;
import io.dronedelivery.delivery.owner.LatestTelemetry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    TelemetryConsumer(DeliveryDomain domain, LatestTelemetry latestTelemetry, TelemetryDelay delay) {
        this.tracking = domain.tracking();
        this.latestTelemetry = latestTelemetry;
        this.delay = delay;
    }

    @Incoming("drone-telemetry")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        List<RecordSpan> spans = RecordSpan.processingEach(batch.getRecords());
        Map<KafkaRecord<byte[], byte[]>, Throwable> unprocessable = new LinkedHashMap<>();
        Map<KafkaRecord<byte[], byte[]>, DroneStream> readable = new LinkedHashMap<>();
        for (KafkaRecord<byte[], byte[]> message : batch.getRecords()) {
            try {
                readable.put(message, read(message));
            } catch (RuntimeException unreadable) {
                unprocessable.put(message, unreadable);
            }
        }
        return observe(List.copyOf(readable.values()))
                .onFailure()
                .recoverWithUni(_ -> oneByOne(readable, unprocessable))
                .invoke(() -> delay.taken(readable.keySet()))
                .chain(() -> toDeadLetters(unprocessable))
                .chain(() -> Uni.createFrom().completionStage(batch::ack))
                .onItemOrFailure()
                .invoke((_, failure) -> spans.forEach(span -> span.end(failure)))
                .subscribeAsCompletionStage();
    }

    private Uni<Void> observe(List<DroneStream> messages) {
        return Outage.retryUntilOver("telemetry", () -> tracking.observe(messages))
                .invoke(() -> latestTelemetry.add(messages));
    }

    /** One message that can't be processed must not hold up the others. */
    private Uni<Void> oneByOne(
            Map<KafkaRecord<byte[], byte[]>, DroneStream> readable,
            Map<KafkaRecord<byte[], byte[]>, Throwable> unprocessable) {
        return Multi.createFrom()
                .iterable(new ArrayList<>(readable.entrySet()))
                .onItem()
                .transformToUniAndConcatenate(message -> observe(List.of(message.getValue()))
                        .onFailure()
                        .invoke(failure -> unprocessable.put(message.getKey(), failure))
                        .onFailure()
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> toDeadLetters(Map<KafkaRecord<byte[], byte[]>, Throwable> unprocessable) {
        return Multi.createFrom()
                .iterable(unprocessable.entrySet())
                .onItem()
                .transformToUniAndConcatenate(message -> DeadLetters.send(message.getKey(), message.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private static DroneStream read(KafkaRecord<byte[], byte[]> record) {
        DroneStream message = Payloads.read(record, DroneStream.class);
        Objects.requireNonNull(message.droneId(), "a message without droneId");
        Objects.requireNonNull(message.time(), "a message without time");
        return message;
    }
}
