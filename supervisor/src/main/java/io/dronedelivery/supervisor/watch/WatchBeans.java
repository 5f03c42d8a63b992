package io.dronedelivery.supervisor.watch;

import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.watch.domain.Deliveries;
import io.dronedelivery.supervisor.watch.domain.WatchDomain;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the domain a bean. */
@Dependent
class WatchBeans {

    @Produces
    @Singleton
    WatchDomain domain(
            WatchedDeliveries watched,
            Compensations compensations,
            Deliveries deliveries,
            WatchConfig config,
            InstantSource clock) {
        WatchDomain.Limits limits = new WatchDomain.Limits(
                config.answerWithin(), config.overdueGrace(), config.checkAgain(), config.lease());
        return WatchDomain.of(watched, compensations, deliveries, limits, clock);
    }
}
