package io.dronedelivery.supervisor.domain.watch;

import java.time.Duration;

/**
 * How long what is waited for, by the system's clock.
 *
 * @param answerWithin the time that a request has to be answered, and again once it is re-driven
 * @param overdueGrace how long an overdue flight may still end before it is interrupted
 * @param lookAgain when to look again at what can't be decided now
 * @param lease how long a delivery that is being looked at is kept from other instances
 */
public record Limits(Duration answerWithin, Duration overdueGrace, Duration lookAgain, Duration lease) {}
