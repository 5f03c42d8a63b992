package io.dronedelivery.delivery;

import io.dronedelivery.chassis.DeadLetters;
import io.dronedelivery.chassis.Outage;
import io.dronedelivery.chassis.Payloads;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.delivery.domain.Tracking;
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
 * Takes the drone location stream in, many messages in one transaction. What the database's outage prevents is tried
 * again for as long as it takes; what can't be read or processed goes to the dead letters, alone.
 */
@ApplicationScoped
class TelemetryConsumer {
    private final Tracking tracking;
    private final Tracks tracks;

    TelemetryConsumer(Tracking tracking, Tracks tracks) {
        this.tracking = tracking;
        this.tracks = tracks;
    }

    @Incoming("drone-telemetry")
    CompletionStage<Void> on(KafkaRecordBatch<byte[], byte[]> batch) {
        Map<KafkaRecord<byte[], byte[]>, Throwable> poison = new LinkedHashMap<>();
        Map<KafkaRecord<byte[], byte[]>, DroneStream> readable = new LinkedHashMap<>();
        for (KafkaRecord<byte[], byte[]> message : batch.getRecords()) {
            try {
                readable.put(message, read(message));
            } catch (RuntimeException unreadable) {
                poison.put(message, unreadable);
            }
        }
        return see(List.copyOf(readable.values()))
                .onFailure()
                .recoverWithUni(_ -> oneByOne(readable, poison))
                .chain(() -> bury(poison))
                .chain(() -> Uni.createFrom().completionStage(batch::ack))
                .subscribeAsCompletionStage();
    }

    private Uni<Void> see(List<DroneStream> messages) {
        return Outage.outlast("telemetry", () -> tracking.see(messages)).invoke(() -> tracks.see(messages));
    }

    /** One message that can't be processed must not hold up the others. */
    private Uni<Void> oneByOne(
            Map<KafkaRecord<byte[], byte[]>, DroneStream> readable,
            Map<KafkaRecord<byte[], byte[]>, Throwable> poison) {
        return Multi.createFrom()
                .iterable(new ArrayList<>(readable.entrySet()))
                .onItem()
                .transformToUniAndConcatenate(message -> see(List.of(message.getValue()))
                        .onFailure()
                        .invoke(failure -> poison.put(message.getKey(), failure))
                        .onFailure()
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> bury(Map<KafkaRecord<byte[], byte[]>, Throwable> poison) {
        return Multi.createFrom()
                .iterable(poison.entrySet())
                .onItem()
                .transformToUniAndConcatenate(message -> DeadLetters.bury(message.getKey(), message.getValue()))
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
