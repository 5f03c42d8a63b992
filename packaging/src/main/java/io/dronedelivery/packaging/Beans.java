package io.dronedelivery.packaging;

import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.Registrations;
import io.dronedelivery.packaging.domain.Whereabouts;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the domain together. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Registrations registrations(Custodies custodies, InstantSource clock) {
        return new Registrations(custodies, clock);
    }

    @Produces
    @Singleton
    Whereabouts whereabouts(Custodies custodies) {
        return new Whereabouts(custodies);
    }
}
