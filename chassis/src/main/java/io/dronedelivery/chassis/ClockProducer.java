package io.dronedelivery.chassis;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the clock that everything in a service tells the time by. */
@Dependent
class ClockProducer {

    @Produces
    @Singleton
    InstantSource clock(
            @ConfigProperty(name = "clock.scale", defaultValue = "1") double scale,
            @ConfigProperty(name = "clock.anchor.real") Optional<Long> realMillis,
            @ConfigProperty(name = "clock.anchor.scaled") Optional<Long> scaledMillis) {
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
