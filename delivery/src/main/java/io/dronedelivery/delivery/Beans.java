package io.dronedelivery.delivery;

import io.dronedelivery.delivery.domain.Arrangements;
import io.dronedelivery.delivery.domain.Deliveries;
import io.dronedelivery.delivery.domain.Requests;
import io.dronedelivery.delivery.domain.Tracking;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Puts the domain together. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Requests requests(Deliveries deliveries, InstantSource clock) {
        return new Requests(deliveries, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    Arrangements arrangements(Deliveries deliveries, InstantSource clock) {
        return new Arrangements(deliveries, clock);
    }

    @Produces
    @Singleton
    Tracking tracking(Deliveries deliveries, InstantSource clock) {
        return new Tracking(deliveries, clock);
    }
}
