package io.dronedelivery.supervisor;

import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Watched.Census;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** How much is watched, as gauges; as of the last count. */
@Singleton
class WatchMeters {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final InstantSource clock;
    private volatile Census census = new Census(0, Optional.empty(), Map.of());

    WatchMeters(MeterRegistry metrics, InstantSource clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            Gauge.builder("watch.alerts.open", () -> census.open().getOrDefault(kind, 0L))
                    .description("Alerts that need somebody")
                    .tag("kind", kind.name())
                    .strongReference(true)
                    .register(metrics);
        }
        Gauge.builder("watch.requests.unanswered", () -> census.unanswered())
                .description("Accepted requests that are followed, having no answer yet")
                .strongReference(true)
                .register(metrics);
        Gauge.builder("watch.requests.oldest", this::oldestSeconds)
                .description("How long ago the oldest of them was accepted, by the system's clock")
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    void set(Census counted) {
        census = counted;
    }

    private double oldestSeconds() {
        return census.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / MILLIS_PER_SECOND)
                .orElse(0.0);
    }
}
