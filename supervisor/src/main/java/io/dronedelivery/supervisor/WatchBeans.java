package io.dronedelivery.supervisor;

import io.dronedelivery.supervisor.domain.watch.Alerts;
import io.dronedelivery.supervisor.domain.watch.Deliveries;
import io.dronedelivery.supervisor.domain.watch.Limits;
import io.dronedelivery.supervisor.domain.watch.Rounds;
import io.dronedelivery.supervisor.domain.watch.Watched;
import io.dronedelivery.supervisor.domain.watch.Watching;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the classes of the watch, which know no framework, known to it. */
@Dependent
class WatchBeans {

    @Produces
    @Singleton
    Limits limits(SupervisorConfig config) {
        return new Limits(config.answerWithin(), config.overdueGrace(), config.lookAgain(), config.lease());
    }

    @Produces
    @Singleton
    Watching watching(Watched watched, Limits limits, InstantSource clock) {
        return new Watching(watched, limits, clock);
    }

    @Produces
    @Singleton
    Rounds rounds(Watched watched, Deliveries deliveries, Limits limits, InstantSource clock) {
        return new Rounds(watched, deliveries, limits, clock);
    }

    @Produces
    @Singleton
    Alerts alerts(Watched watched, InstantSource clock) {
        return new Alerts(watched, clock);
    }
}
