package io.dronedelivery.supervisor.deadletter;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.shared.OpenCounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Shows how many dead letters of each topic are open. */
@Singleton
class DeadLetterMeters {
    private final MeterRegistry meters;
    private final OpenCounts<String> open;

    DeadLetterMeters(Vertx vertx, DeadLetters letters, MeterRegistry meters) {
        this.meters = meters;
        this.open = new OpenCounts<>(vertx, "dead letter counts", letters::open);
    }

    void start(@Observes StartupEvent started) {
        Stream.of(Topic.values())
                .map(Topic::topicName)
                .forEach(topic -> open.show(
                        meters, "dead.letters.open", "dead letters that wait for an operator", "topic", topic));
        open.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        open.end();
    }
}
