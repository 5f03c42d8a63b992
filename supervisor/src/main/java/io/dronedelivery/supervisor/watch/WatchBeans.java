package io.dronedelivery.supervisor.watch;

import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.watch.domain.AlertOperations;
import io.dronedelivery.supervisor.watch.domain.Deliveries;
import io.dronedelivery.supervisor.watch.domain.WatchIntake;
import io.dronedelivery.supervisor.watch.domain.WatchLimits;
import io.dronedelivery.supervisor.watch.domain.WatchRunner;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes beans of the domain's classes, which know no framework. */
@Dependent
class WatchBeans {

    @Produces
    @Singleton
    WatchLimits limits(WatchConfig config) {
        return new WatchLimits(config.answerWithin(), config.overdueGrace(), config.checkAgain(), config.lease());
    }

    @Produces
    @Singleton
    WatchIntake intake(
            WatchedDeliveries watched, Compensations compensations, WatchLimits limits, InstantSource clock) {
        return new WatchIntake(watched, compensations, limits, clock);
    }

    @Produces
    @Singleton
    WatchRunner runner(WatchedDeliveries watched, Deliveries deliveries, WatchLimits limits, InstantSource clock) {
        return new WatchRunner(watched, deliveries, limits, clock);
    }

    @Produces
    @Singleton
    AlertOperations operations(WatchedDeliveries watched, InstantSource clock) {
        return new AlertOperations(watched, clock);
    }
}
