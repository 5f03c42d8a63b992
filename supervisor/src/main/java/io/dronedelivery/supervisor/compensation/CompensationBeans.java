package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.supervisor.compensation.domain.CompensationIntake;
import io.dronedelivery.supervisor.compensation.domain.CompensationOperations;
import io.dronedelivery.supervisor.compensation.domain.CompensationRunner;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.RetryPolicy;
import io.dronedelivery.supervisor.compensation.domain.Services;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Random;

/** Makes beans of the domain's classes, which know no framework. */
@Dependent
class CompensationBeans {

    @Produces
    @Singleton
    RetryPolicy policy(CompensationConfig config) {
        return new RetryPolicy(
                config.grace(),
                config.decideWithin(),
                config.lease(),
                config.firstPause(),
                config.longestPause(),
                config.triesMax());
    }

    @Produces
    @Singleton
    CompensationIntake intake(Compensations compensations, RetryPolicy policy, InstantSource clock) {
        return new CompensationIntake(compensations, policy, clock);
    }

    @Produces
    @Singleton
    CompensationOperations operations(Compensations compensations, InstantSource clock) {
        return new CompensationOperations(compensations, clock);
    }

    @Produces
    @Singleton
    CompensationRunner runner(Compensations compensations, Services services, RetryPolicy policy, InstantSource clock) {
        return new CompensationRunner(compensations, services, policy, clock, new Random());
    }
}
