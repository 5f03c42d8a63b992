package io.dronedelivery.drone.registry;

import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Shows how many drones can be used for what. Each instance knows, and shows, the whole fleet. */
@Singleton
class FleetMeters {
    private final KnownFleet fleet;
    private final InstantSource clock;
    private final MeterRegistry meters;

    FleetMeters(KnownFleet fleet, InstantSource clock, MeterRegistry meters) {
        this.fleet = fleet;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        for (Availability availability : Availability.values()) {
            Gauge.builder("drones", () -> count(availability))
                    .description("drones of the fleet")
                    .tag("availability", availability.name())
                    .register(meters);
        }
    }

    private long count(Availability availability) {
        Instant now = clock.instant();
        return fleet.drones().stream()
                .filter(drone -> drone.availability(now) == availability)
                .count();
    }
}
