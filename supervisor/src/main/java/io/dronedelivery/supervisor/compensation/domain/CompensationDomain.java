package io.dronedelivery.supervisor.compensation.domain;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The domain's classes, put together. */
public record CompensationDomain(
        CompensationIntake intake, CompensationOperations operations, CompensationRunner runner) {

    /** On this store. */
    public static CompensationDomain of(
            Compensations compensations,
            Services services,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        return new CompensationDomain(
                new CompensationIntake(compensations, policy, clock),
                new CompensationOperations(compensations, clock),
                new CompensationRunner(compensations, services, policy, clock, random));
    }
}
