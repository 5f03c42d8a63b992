package io.dronedelivery.supervisor;

import io.dronedelivery.supervisor.domain.Compensations;
import io.dronedelivery.supervisor.domain.Patience;
import io.dronedelivery.supervisor.domain.Services;
import io.dronedelivery.supervisor.domain.Undoing;
import io.dronedelivery.supervisor.domain.Workflows;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Random;

/** Makes the domain's classes, which know no framework, known to it. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Patience patience(SupervisorConfig config) {
        return new Patience(
                config.grace(), config.lease(), config.firstPause(), config.longestPause(), config.triesMax());
    }

    @Produces
    @Singleton
    Compensations compensations(Workflows workflows, Patience patience, InstantSource clock) {
        return new Compensations(workflows, patience, clock);
    }

    @Produces
    @Singleton
    Undoing undoing(Workflows workflows, Services services, Patience patience, InstantSource clock) {
        return new Undoing(workflows, services, patience, clock, new Random());
    }
}
