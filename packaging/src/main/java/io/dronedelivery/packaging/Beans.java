package io.dronedelivery.packaging;

import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.PackageTracker;
import io.dronedelivery.packaging.domain.Registrations;
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
    PackageTracker whereabouts(Custodies custodies) {
        return new PackageTracker(custodies);
    }
}
