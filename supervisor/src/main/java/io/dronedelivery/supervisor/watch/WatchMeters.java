package io.dronedelivery.supervisor.watch;

import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Counts;
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
    private volatile Counts counts = new Counts(0, Optional.empty(), Map.of());

    WatchMeters(MeterRegistry metrics, InstantSource clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            Gauge.builder("watch.alerts.open", () -> counts.open().getOrDefault(kind, 0L))
                    .description("alerts that need an operator")
                    .tag("kind", kind.name())
                    .register(metrics);
        }
        Gauge.builder("watch.requests.unanswered", () -> counts.unanswered())
                .description("accepted requests that have no answer yet")
                .register(metrics);
        Gauge.builder("watch.requests.oldest", this::oldestSeconds)
                .description("how long ago the oldest of them was accepted, by the scaled clock")
                .baseUnit("seconds")
                .register(metrics);
    }

    void set(Counts counted) {
        counts = counted;
    }

    private double oldestSeconds() {
        return counts.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / MILLIS_PER_SECOND)
                .orElse(0.0);
    }
}
