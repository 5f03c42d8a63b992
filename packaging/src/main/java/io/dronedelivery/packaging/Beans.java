package io.dronedelivery.packaging;

import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.PackagingDomain;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the domain a bean. */
@Dependent
class Beans {

    @Produces
    @Singleton
    PackagingDomain domain(Custodies custodies, InstantSource clock) {
        return PackagingDomain.of(custodies, clock);
    }
}
