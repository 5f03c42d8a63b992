package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.supervisor.compensation.domain.CompensationDomain;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.RetryPolicy;
import io.dronedelivery.supervisor.compensation.domain.Services;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Random;

/** Makes the domain a bean. */
@Dependent
class CompensationBeans {

    @Produces
    @Singleton
    CompensationDomain domain(
            Compensations compensations, Services services, CompensationConfig config, InstantSource clock) {
        RetryPolicy policy = new RetryPolicy(
                config.grace(),
                config.decideWithin(),
                config.lease(),
                config.firstPause(),
                config.longestPause(),
                config.triesMax());
        return CompensationDomain.of(compensations, services, policy, clock, new Random());
    }
}
