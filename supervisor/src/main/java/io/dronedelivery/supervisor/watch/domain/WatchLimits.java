package io.dronedelivery.supervisor.watch.domain;

import java.time.Duration;

/**
 * How long the watch waits, by the scaled clock.
 *
 * @param answerWithin within what time a request has to be answered; again after it was published once more
 * @param overdueGrace how long an overdue flight may still end before it is interrupted
 * @param checkAgain after how long to check again what can't be decided now
 * @param lease how long an instance has a delivery for itself while it checks it
 */
public record WatchLimits(Duration answerWithin, Duration overdueGrace, Duration checkAgain, Duration lease) {}
