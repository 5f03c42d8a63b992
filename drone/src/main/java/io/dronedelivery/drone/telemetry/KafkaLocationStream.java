package io.dronedelivery.drone.telemetry;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.messaging.Envelope;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.drone.telemetry.domain.LocationStream;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The location stream as the topic <code>drone.telemetry</code>. */
@Singleton
class KafkaLocationStream implements LocationStream {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> topic;
    private final Counter taken;

    // unbounded by itself: each caller waits for its own batch, and batches are bounded
    KafkaLocationStream(
            @Channel("drone-telemetry-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> topic,
            MeterRegistry metrics) {
        this.topic = topic;
        this.taken = Counter.builder("drone.telemetry.samples.taken")
                .description("Samples stored in the location stream")
                .register(metrics);
    }

    @Override
    public Uni<Void> publish(List<DroneTelemetry> samples) {
        if (samples.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> acknowledged = samples.stream()
                .map(sample -> topic.sendMessage(message(sample)))
                .toList();
        return Uni.join()
                .all(acknowledged) // subscribes, and so sends, one after the other
                .andFailFast()
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .onFailure()
                .transform(failure -> new RemoteFailure("The broker can't be reached.", failure))
                .invoke(() -> taken.increment(samples.size()))
                .replaceWithVoid();
    }

    private static Message<byte[]> message(DroneTelemetry sample) {
        return Envelope.of(sample.droneId(), sample.droneId() + "/" + sample.sequence(), sample);
    }
}
