package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.supervisor.compensation.domain.State.AwaitingDrone;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Undecided;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The state of a compensation after a task has failed or was refused. */
final class FailurePolicy {
    private final RetryPolicy policy;
    private final RandomGenerator random;

    FailurePolicy(RetryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /** Nobody knows whether the task was done: it is tried again. After too many tries the compensation is parked. */
    State failed(Compensation compensation, Task task, Throwable failure, Instant now) {
        String why = task.text() + " failed: " + failure.getMessage();
        int tries = compensation.state().failuresInARow() + 1;
        Instant nextAt = now.plus(policy.backoff().pause(tries, random));
        boolean mayTryAgain = tries < policy.triesMax();
        if (task instanceof Task.Close && compensation.recovers()) {
            // No operator can make a silent drone stop. So delivery is asked again until it knows that the drone has
            // stopped.
            return mayTryAgain && !policy.pausesLongest(tries)
                    ? new Waiting(nextAt, tries, why)
                    : new AwaitingDrone(since(compensation, now), nextAt, tries, why);
        }
        return mayTryAgain ? new Waiting(nextAt, tries, why) : new Parked(now, why);
    }

    private static Instant since(Compensation compensation, Instant now) {
        return compensation.state() instanceof AwaitingDrone awaiting ? awaiting.since() : now;
    }

    /** Trying again would not help: a person has to decide. */
    State refused(Compensation compensation, Task task, Refused<?> refusal, Instant now) {
        boolean pickedUp = task instanceof Task.Close
                && compensation.closure().remedy() == Remedy.SCHEDULE_ANEW
                && refusal.code() == Refusal.ALREADY_PICKED_UP;
        return pickedUp
                ? new Undecided(now, now.plus(policy.decideWithin()), refusal.detail())
                : new Parked(now, task.text() + " was refused: " + refusal.code() + ": " + refusal.detail());
    }
}
