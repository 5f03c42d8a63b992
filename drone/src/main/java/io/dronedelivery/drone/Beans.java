package io.dronedelivery.drone;

import io.dronedelivery.drone.domain.Bookings;
import io.dronedelivery.drone.domain.LocationStream;
import io.dronedelivery.drone.domain.Missions;
import io.dronedelivery.drone.domain.Recalls;
import io.dronedelivery.drone.domain.Reservations;
import io.dronedelivery.drone.domain.Sightings;
import io.dronedelivery.drone.domain.Silence;
import io.dronedelivery.drone.domain.Telemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes beans of the domain, which knows nothing of beans. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Reservations reservations(Bookings bookings, InstantSource clock) {
        return new Reservations(bookings, clock);
    }

    @Produces
    @Singleton
    Missions missions(Bookings bookings, InstantSource clock) {
        return new Missions(bookings, clock);
    }

    @Produces
    @Singleton
    Telemetry telemetry(Sightings sightings, LocationStream stream, InstantSource clock) {
        return new Telemetry(sightings, stream, clock);
    }

    @Produces
    @Singleton
    Silence silence(Telemetry telemetry, Sightings sightings, InstantSource clock) {
        return new Silence(telemetry, sightings, clock);
    }

    @Produces
    @Singleton
    Recalls recalls(Telemetry telemetry, Sightings sightings, InstantSource clock) {
        return new Recalls(telemetry, sightings, clock);
    }
}
