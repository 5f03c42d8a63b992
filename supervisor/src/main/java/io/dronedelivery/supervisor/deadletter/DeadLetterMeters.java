package io.dronedelivery.supervisor.deadletter;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** Shows how many dead letters of each topic are open, counted every few seconds. */
@Singleton
class DeadLetterMeters {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final MeterRegistry metrics;
    private final PeriodicTask counts;
    private volatile Map<String, Long> open = Map.of();

    DeadLetterMeters(Vertx vertx, DeadLetters letters, MeterRegistry metrics) {
        this.metrics = metrics;
        this.counts = new PeriodicTask(
                vertx, COUNT_EVERY, "dead letter counts", () -> letters.open().invoke(counted -> open = counted));
    }

    void start(@Observes StartupEvent started) {
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(this::show);
        counts.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        counts.end();
    }

    private void show(String topic) {
        Gauge.builder("dead.letters.open", () -> open.getOrDefault(topic, 0L))
                .description("dead letters that wait for an operator")
                .tag("topic", topic)
                .register(metrics);
    }
}
