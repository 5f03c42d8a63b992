package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.domain.letters.DeadLetterOffice;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import org.jboss.logging.Logger;

/** Shows how many dead letters of each topic are open, counted every few seconds. */
@Singleton
class DeadLetterMeters {
    private static final Logger log = Logger.getLogger(DeadLetterMeters.class);
    private static final long EVERY_MILLIS = 5_000;

    private final Vertx vertx;
    private final DeadLetterOffice office;
    private final MeterRegistry metrics;
    private volatile Map<String, Long> open = Map.of();
    private long timer;

    DeadLetterMeters(Vertx vertx, DeadLetterOffice office, MeterRegistry metrics) {
        this.vertx = vertx;
        this.office = office;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(this::show);
        timer = vertx.setPeriodic(EVERY_MILLIS, _ -> count());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void show(String topic) {
        Gauge.builder("dead.letters.open", () -> open.getOrDefault(topic, 0L))
                .description("dead letters that wait for an operator")
                .tag("topic", topic)
                .register(metrics);
    }

    private void count() {
        office.open()
                .subscribe()
                .with(counted -> open = counted, failure -> log.warnf("dead letters not counted because=%s", failure));
    }
}
