package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.supervisor.compensation.domain.Compensations;
import java.time.Duration;
import java.time.InstantSource;

/** The domain's classes, put together. */
public record WatchDomain(WatchIntake intake, WatchRunner runner, AlertOperations alerts) {

    /**
     * How long the watch waits, by the scaled clock.
     *
     * @param answerWithin within what time a request has to be answered; again after it was published once more
     * @param overdueGrace how long an overdue flight may still end before it is interrupted
     * @param checkAgain after how long to check again what can't be decided now
     * @param lease how long an instance has a delivery for itself while it checks it
     */
    public record Limits(Duration answerWithin, Duration overdueGrace, Duration checkAgain, Duration lease) {}

    /** On these stores, within these limits. */
    public static WatchDomain of(
            WatchedDeliveries watched,
            Compensations compensations,
            Deliveries deliveries,
            Limits limits,
            InstantSource clock) {
        return new WatchDomain(
                new WatchIntake(watched, compensations, limits, clock),
                new WatchRunner(watched, deliveries, limits, clock),
                new AlertOperations(watched, clock));
    }
}
