package io.dronedelivery.supervisor;

import io.dronedelivery.supervisor.domain.compensation.Compensations;
import io.dronedelivery.supervisor.domain.compensation.Operations;
import io.dronedelivery.supervisor.domain.compensation.Patience;
import io.dronedelivery.supervisor.domain.compensation.Services;
import io.dronedelivery.supervisor.domain.compensation.Undoing;
import io.dronedelivery.supervisor.domain.compensation.Workflows;
import io.dronedelivery.supervisor.domain.letters.DeadLetterOffice;
import io.dronedelivery.supervisor.domain.letters.Letters;
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
                config.grace(),
                config.decideWithin(),
                config.lease(),
                config.firstPause(),
                config.longestPause(),
                config.triesMax());
    }

    @Produces
    @Singleton
    Compensations compensations(Workflows workflows, Patience patience, InstantSource clock) {
        return new Compensations(workflows, patience, clock);
    }

    @Produces
    @Singleton
    Operations operations(Workflows workflows, InstantSource clock) {
        return new Operations(workflows, clock);
    }

    @Produces
    @Singleton
    DeadLetterOffice deadLetterOffice(Letters letters, InstantSource clock) {
        return new DeadLetterOffice(letters, clock);
    }

    @Produces
    @Singleton
    Undoing undoing(Workflows workflows, Services services, Patience patience, InstantSource clock) {
        return new Undoing(workflows, services, patience, clock, new Random());
    }
}
