package io.dronedelivery.chassis.clock;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the clock that everything in a service tells the time by. */
@Dependent
class ClockProducer {

    /**
     * The clock.
     *
     * @param step how far this service's clock is off, to see what a wrong one does
     */
    @Produces
    @Singleton
    InstantSource clock(
            @ConfigProperty(name = "clock.scale", defaultValue = "1") double scale,
            @ConfigProperty(name = "clock.anchor.real") Optional<Long> realMillis,
            @ConfigProperty(name = "clock.anchor.scaled") Optional<Long> scaledMillis,
            @ConfigProperty(name = "clock.step", defaultValue = "PT0S") Duration step) {
        InstantSource right = right(scale, realMillis, scaledMillis);
        return () -> right.instant().plus(step);
    }

    private static InstantSource right(double scale, Optional<Long> realMillis, Optional<Long> scaledMillis) {
        if (realMillis.isEmpty() || scaledMillis.isEmpty()) {
            return InstantSource.system();
        }
        return new ScaledClock(
                InstantSource.system(),
                Instant.ofEpochMilli(realMillis.get()),
                Instant.ofEpochMilli(scaledMillis.get()),
                scale);
    }
}
