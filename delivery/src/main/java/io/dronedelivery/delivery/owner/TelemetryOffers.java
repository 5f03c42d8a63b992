package io.dronedelivery.delivery.owner;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.delivery.domain.view.SharedTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Offers the other instances, once a second, the telemetry that their owners look for and this instance consumes. */
@Singleton
class TelemetryOffers {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SharedTelemetry shared;
    private final LatestTelemetry latestTelemetry;
    private final PeriodicTask offers;

    TelemetryOffers(Vertx vertx, SharedTelemetry shared, LatestTelemetry latestTelemetry) {
        this.shared = shared;
        this.latestTelemetry = latestTelemetry;
        this.offers = new PeriodicTask(vertx, PERIOD, "shared telemetry", this::offer);
    }

    void start(@Observes StartupEvent event) {
        offers.start();
    }

    void stop(@Observes ShutdownEvent event) {
        offers.end();
    }

    private Uni<Void> offer() {
        return latestTelemetry.isCurrent() ? offerAsked() : Uni.createFrom().voidItem();
    }

    private Uni<Void> offerAsked() {
        return shared.asked().chain(asked -> {
            List<DroneTelemetry> known = asked.stream()
                    .flatMap(deliveryId -> latestTelemetry.current(deliveryId).stream())
                    .toList();
            return known.isEmpty() ? Uni.createFrom().voidItem() : shared.offer(known);
        });
    }
}
