package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.smallrye.mutiny.Uni;

/**
 * The services that hold what is to be undone. Every call may be repeated. What failed may go better next time; what was
 * refused will not, unless somebody changes something.
 */
public interface Services {
    /** It was done, and there is nothing more to say about it. */
    record Done() {}

    /** Has the drone of a failed flight, if it is one, give its mission up. */
    Uni<Outcome<Done>> recall(String deliveryId, int attempt);

    /** Has delivery close the attempt. Fails for as long as a drone may still fly it. */
    Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure);

    /** Has the step's service undo what it did under the attempt, also where it did nothing. */
    Uni<Outcome<Done>> undo(Step step, String deliveryId, int attempt);
}
