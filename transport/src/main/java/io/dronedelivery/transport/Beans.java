package io.dronedelivery.transport;

import io.dronedelivery.transport.domain.Consignments;
import io.dronedelivery.transport.domain.TransportDomain;
import io.dronedelivery.transport.domain.overland.Callbacks;
import io.dronedelivery.transport.domain.overland.Dispatch;
import io.dronedelivery.transport.domain.overland.Jobs;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the domain a bean, and the simulated carrier. */
@Dependent
class Beans {

    @Produces
    @Singleton
    TransportDomain domain(Consignments consignments, Jobs jobs, InstantSource clock) {
        return TransportDomain.of(consignments, jobs, clock);
    }

    @Produces
    @Singleton
    Dispatch dispatch(Jobs jobs, Callbacks callbacks, InstantSource clock) {
        return new Dispatch(jobs, callbacks, clock);
    }
}
