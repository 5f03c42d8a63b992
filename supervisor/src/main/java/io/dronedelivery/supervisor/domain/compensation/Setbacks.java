package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.supervisor.domain.compensation.State.AwaitingDrone;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Undecided;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What becomes of a workflow whose next task could not be done. */
final class Setbacks {
    private final Patience patience;
    private final RandomGenerator random;

    Setbacks(Patience patience, RandomGenerator random) {
        this.patience = patience;
        this.random = random;
    }

    /** Nobody knows whether it was done: it is tried again, then parked. */
    State failed(Workflow workflow, Task task, Throwable failure, Instant now) {
        String why = task + " failed: " + failure.getMessage();
        int tries = workflow.state().failuresInARow() + 1;
        Instant nextAt = now.plus(patience.pause(tries, random));
        boolean patient = tries < patience.triesMax();
        if (task instanceof Task.Close && workflow.recovers()) {
            // A silent drone is no fault that a person would have to mend here: delivery is asked until it knows.
            return patient && !patience.pausesLongest(tries)
                    ? new Waiting(nextAt, tries, why)
                    : new AwaitingDrone(since(workflow, now), nextAt, tries, why);
        }
        return patient ? new Waiting(nextAt, tries, why) : new Parked(now, why);
    }

    private static Instant since(Workflow workflow, Instant now) {
        return workflow.state() instanceof AwaitingDrone awaiting ? awaiting.since() : now;
    }

    /** It won't be done however often it is tried: a person has to say what now. */
    State refused(Workflow workflow, Task task, Refused<?> refusal, Instant now) {
        boolean parcelIsOut = task instanceof Task.Close
                && workflow.closure().remedy() == Remedy.SCHEDULE_ANEW
                && refusal.code() == Refusal.ALREADY_PICKED_UP;
        return parcelIsOut
                ? new Undecided(now, now.plus(patience.decideWithin()), refusal.detail())
                : new Parked(now, task + " was refused: " + refusal.code() + ": " + refusal.detail());
    }
}
