package io.dronedelivery.supervisor.deadletter;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterOperations;
import io.dronedelivery.supervisor.shared.PeriodicTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Shows how many dead letters of each topic are open, counted every few seconds. */
@Singleton
class DeadLetterMeters {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final DeadLetterOperations operations;
    private final MeterRegistry metrics;
    private final List<PeriodicTask> tasks = new ArrayList<>();
    private volatile Map<String, Long> open = Map.of();

    DeadLetterMeters(Vertx vertx, DeadLetterOperations operations, MeterRegistry metrics) {
        this.vertx = vertx;
        this.operations = operations;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(this::show);
        tasks.add(PeriodicTask.every(
                vertx, COUNT_EVERY, "dead letter counts", operations::open, counted -> open = counted));
    }

    void stop(@Observes ShutdownEvent stopping) {
        tasks.forEach(PeriodicTask::end);
    }

    private void show(String topic) {
        Gauge.builder("dead.letters.open", () -> open.getOrDefault(topic, 0L))
                .description("dead letters that wait for an operator")
                .tag("topic", topic)
                .register(metrics);
    }
}
