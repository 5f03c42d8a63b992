package io.dronedelivery.drone;

import io.dronedelivery.drone.domain.DeliveryEventHandler;
import io.dronedelivery.drone.domain.LocationStream;
import io.dronedelivery.drone.domain.MissionStore;
import io.dronedelivery.drone.domain.Recalls;
import io.dronedelivery.drone.domain.ReservationStore;
import io.dronedelivery.drone.domain.Reservations;
import io.dronedelivery.drone.domain.SetAsideLog;
import io.dronedelivery.drone.domain.SetAsides;
import io.dronedelivery.drone.domain.Sightings;
import io.dronedelivery.drone.domain.Silence;
import io.dronedelivery.drone.domain.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes beans of the domain, which knows nothing of beans. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Reservations reservations(ReservationStore reservations, MissionStore missions, InstantSource clock) {
        return new Reservations(reservations, missions, clock);
    }

    @Produces
    @Singleton
    DeliveryEventHandler deliveryEventHandler(MissionStore missions, InstantSource clock) {
        return new DeliveryEventHandler(missions, clock);
    }

    @Produces
    @Singleton
    SetAsideLog setAsideLog(SetAsides kept, MeterRegistry metrics) {
        return new SetAsideLog(kept, reason -> Counter.builder("drone.telemetry.set.aside")
                .description("Reports that were not believed")
                .tag("reason", reason.name())
                .register(metrics)
                .increment());
    }

    @Produces
    @Singleton
    Telemetry telemetry(
            Sightings sightings,
            MissionStore missions,
            LocationStream stream,
            SetAsideLog setAside,
            InstantSource clock) {
        return new Telemetry(sightings, missions, stream, setAside, clock);
    }

    @Produces
    @Singleton
    Silence silence(Telemetry telemetry, Sightings sightings, InstantSource clock) {
        return new Silence(telemetry, sightings, clock);
    }

    @Produces
    @Singleton
    Recalls recalls(Telemetry telemetry, MissionStore missions, InstantSource clock) {
        return new Recalls(telemetry, missions, clock);
    }
}
