package io.dronedelivery.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Shows how fresh statuses are: the time from when a message was published in the location stream to when the status of its
 * delivery follows from it. By real time, since that is what the broker's records bear.
 */
@Singleton
class TelemetryDelay {
    private static final Duration[] TAKEN_WITHIN = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1)
    };
    private static final InstantSource REAL_CLOCK = InstantSource.system();

    private final Timer delay;

    TelemetryDelay(MeterRegistry meters) {
        delay = Timer.builder("telemetry.delay")
                .description("from the publication of a drone's message to the status of its delivery")
                .serviceLevelObjectives(TAKEN_WITHIN)
                .register(meters);
    }

    /** The deliveries of these messages are up to date. */
    void taken(Iterable<KafkaRecord<byte[], byte[]>> messages) {
        Instant now = REAL_CLOCK.instant();
        for (KafkaRecord<byte[], byte[]> message : messages) {
            Duration passed = Duration.between(message.getTimestamp(), now);
            delay.record(passed.isNegative() ? Duration.ZERO : passed);
        }
    }
}
